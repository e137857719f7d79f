/** Foreign files as a stream of rows: CSV, XLSX, JSON, NDJSON, XML, gzip of these, wide series. */
@NullMarked
package org.firebreak.intake.source;

import org.jspecify.annotations.NullMarked;

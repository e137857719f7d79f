/**
 * One door for data: standards, readers of foreign files, mapping and validation.
 *
 * <p>A file comes in like this:
 *
 * <pre>{@code
 * Standard standard = StandardLibrary.shipped().get("case");
 * SourceFile file = SourceFile.of(path);
 * Mapping mapping = MappingProposer.propose(standard, file, regions);   // or one remembered
 * IntakeRun run = new IntakeRun(standard, mapping, new IntakeContext(asOf, regions));
 * try (RowSource rows = mapping.open(file)) {
 *   IntakeSummary summary = run.run(rows, outcome -> {
 *     switch (outcome) {
 *       case Outcome.Accepted in -> store(in.record());
 *       case Outcome.Quarantined out -> keep(out.raw(), out.problems());
 *       case Outcome.Repeated again -> {}
 *       case Outcome.Noted late -> keep(late.problem());
 *     }
 *   });
 * }
 * }</pre>
 *
 * <p>A library: it knows no database and no framework.
 */
@NullMarked
package org.firebreak.intake;

import org.jspecify.annotations.NullMarked;

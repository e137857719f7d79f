package org.firebreak.cli.intake;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardDocs;
import org.firebreak.intake.standard.StandardLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Lists the data standards, or prints one as fields, page or template. */
@CommandLine.Command(
    description = "Lists the data standards; with a KEY its fields, a page or a CSV template.",
    mixinStandardHelpOptions = true)
public final class StandardsCommand implements Callable<Integer> {

  @CommandLine.Parameters(arity = "0..1", paramLabel = "KEY", description = "a standard's key")
  private @Nullable String key;

  @CommandLine.Option(names = "--template", description = "CSV with header and an example row")
  private boolean template;

  @CommandLine.Option(names = "--markdown", description = "documentation as Markdown")
  private boolean markdown;

  @CommandLine.Option(
      names = "--language",
      defaultValue = "en",
      description = "en or zh (default: ${DEFAULT-VALUE})")
  private String language = "en";

  @CommandLine.Option(
      names = "--standards",
      paramLabel = "DIR",
      description = "folder of further standards (*.yaml)")
  private @Nullable Path folder;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    StandardLibrary library =
        folder == null ? StandardLibrary.shipped() : StandardLibrary.withFolder(folder);
    PrintWriter out = spec.commandLine().getOut();
    Locale locale = Locale.forLanguageTag(language);
    if (key == null) {
      library.list().forEach(standard -> printHead(out, standard, locale));
      return 0;
    }
    Standard standard = library.get(key);
    if (template) {
      out.print(StandardDocs.template(standard));
    } else if (markdown) {
      out.print(StandardDocs.markdown(standard, locale));
    } else {
      out.println("field,type,required,personal,name");
      for (FieldSpec field : standard.fields()) {
        out.printf(
            "%s,%s,%s,%s,\"%s\"%n",
            field.name(),
            field.type().name().toLowerCase(Locale.ROOT),
            field.required(),
            field.personal(),
            field.label().in(locale));
      }
    }
    out.flush();
    return 0;
  }

  private static void printHead(PrintWriter out, Standard standard, Locale locale) {
    out.printf(
        "%-12s v%d  %s: %s%n",
        standard.key(),
        standard.version(),
        standard.title().in(locale),
        standard.description().in(locale));
  }
}

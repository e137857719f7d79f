package org.firebreak.cli.epidemic;

import java.util.Locale;
import org.firebreak.epidemic.alarm.AlarmMethod;
import picocli.CommandLine;

/** Reads a method as the command writes it. */
final class AlarmMethodConverter implements CommandLine.ITypeConverter<AlarmMethod> {

  @Override
  public AlarmMethod convert(String text) {
    return AlarmMethod.find(text.toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElseThrow(() ->
            new CommandLine.TypeConversionException(
                "'%s' is not one of auto, c1, c2, c3, cusum, farrington, farrington-flexible"
                    .formatted(text)));
  }
}

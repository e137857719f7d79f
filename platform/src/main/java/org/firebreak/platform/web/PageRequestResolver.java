package org.firebreak.platform.web;

import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads a {@link PageRequest} from the query. */
class PageRequestResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    String limit = request.getParameter("limit");
    String cursor = request.getParameter("cursor");
    return PageRequest.of(limit == null ? PageRequest.DEFAULT_LIMIT : number(limit), cursor);
  }

  private static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new UserException(
          "limit-invalid", "limit must be 1.." + PageRequest.MAX_LIMIT + ", was '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}

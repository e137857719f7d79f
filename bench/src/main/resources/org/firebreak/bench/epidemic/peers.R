# One kernel of the peers over a file of series. Rscript peers.R KERNEL INPUT
# Input: one line per series: name,frequency,values... Output: a line with the package and its
# version, then per series: name,CPU milliseconds,answers... Exit status 3: the package is absent.
arguments <- commandArgs(TRUE)
kernel <- arguments[1]
package <- switch(kernel, cori = , uncertain = "EpiEstim", ets = , arima = "forecast", "surveillance")
if (!suppressWarnings(suppressMessages(require(package, character.only = TRUE)))) quit(status = 3)

series <- lapply(strsplit(readLines(arguments[2]), ","), function(cells) {
  list(name = cells[1], frequency = as.integer(cells[2]), x = as.numeric(cells[-(1:2)]))
})

estimates <- function(r) c(r$R[["Mean(R)"]], r$R[["Quantile.0.025(R)"]], r$R[["Quantile.0.975(R)"]])
answer <- switch(kernel,
  cori = function(s) {
    config <- make_config(list(mean_si = 4.7, std_si = 2.9))
    estimates(estimate_R(s$x, method = "parametric_si", config = config))
  },
  uncertain = function(s) {
    config <- make_config(list(
      mean_si = 4.7, std_mean_si = 0.7, min_mean_si = 3.3, max_mean_si = 6.1,
      std_si = 2.9, std_std_si = 0.5, min_std_si = 1.9, max_std_si = 3.9,
      n1 = 500, n2 = 200, seed = 1))
    estimates(estimate_R(s$x, method = "uncertain_si", config = config))
  },
  ets = function(s) ets(ts(s$x, frequency = s$frequency))$aicc,
  arima = function(s) auto.arima(ts(s$x, frequency = s$frequency))$aicc,
  farrington = function(s) {
    n <- length(s$x)
    control <- list(
      range = (n - 51):n, b = 3, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26,
      weightsThreshold = 2.58, pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.005,
      trend = TRUE, fitFun = "algo.farrington.fitGLM.flexible", limit54 = c(5, 4))
    as.numeric(upperbound(farringtonFlexible(sts(s$x, frequency = 52), control = control)))
  })
quiet <- function(s) suppressWarnings(suppressMessages(answer(s)))

cat(package, as.character(packageVersion(package)), "\n")
invisible(quiet(series[[1]]))
for (s in series) {
  time <- system.time(a <- quiet(s))
  line <- c(s$name, format(1000 * (time[["user.self"]] + time[["sys.self"]]), digits = 6),
            format(a, digits = 15, trim = TRUE))
  cat(paste(line, collapse = ","), "\n", sep = "")
}

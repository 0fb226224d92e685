/** Prints steps, output and failures as plain lines: what the tour and the benches have to say, and nothing else. */
export default class PlainReporter {
  onStdOut(chunk) {
    process.stdout.write(chunk)
  }

  onStdErr(chunk) {
    process.stderr.write(chunk)
  }

  onStepEnd(_test, _result, step) {
    if (step.category !== 'test.step' || step.parent?.category === 'test.step') return
    print(`${step.error ? 'failed' : 'done  '}  ${step.title}  (${seconds(step.duration)})`)
  }

  onTestEnd(test, result) {
    if (result.status === 'skipped') print(`skipped  ${test.title}`)
    else if (result.status !== 'passed') print(`failed  ${test.title}: ${reasonsFor(result)}`)
  }

  onError(error) {
    print(error.message ?? String(error.value))
  }

  onEnd(result) {
    print(`${result.status === 'passed' ? 'All done' : `Ended: ${result.status}`} in ${seconds(result.duration)}.`)
  }

  printsToStdio() {
    return true
  }
}

function reasonsFor(result) {
  return result.errors.map(error => error.stack ?? error.message ?? error.value).join('\n') || result.status
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

// Colours are Playwright's own, meant for a terminal; the lines also go to logs.
function print(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with a control character
  process.stdout.write(`${line.replace(/\u001b\[[0-9;]*m/g, '')}\n`)
}

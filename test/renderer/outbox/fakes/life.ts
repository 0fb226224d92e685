/** One process. Once dead, nothing it waited for ever comes back, as after a SIGKILL. */
export class Life {
  dead = false
  /** Dies at this many more steps; null: not of its own accord. */
  dieIn: number | null = null

  die(): void {
    this.dead = true
  }

  /** A point at which the process can die; stands for a real tick as well. */
  async step(): Promise<void> {
    const g = globalThis as { steps?: number }
    g.steps = (g.steps ?? 0) + 1
    if (g.steps > 20000) {
      const e = new Error('microtask loop')
      console.log(e.stack)
      process.exit(1)
    }
    if (this.dieIn !== null) {
      this.dieIn -= 1
      if (this.dieIn <= 0) this.dead = true
    }
    if (this.dead) await new Promise<never>(() => undefined)
  }
}

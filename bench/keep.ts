/** Closes everything that a suite has opened, last first, whatever happened in between. */
export class Keep implements AsyncDisposable {
  private readonly opened: AsyncDisposable[] = [];

  add<T extends AsyncDisposable>(one: T): T {
    this.opened.push(one);
    return one;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const failures: unknown[] = [];
    for (const one of this.opened.splice(0).reverse()) {
      try {
        await one[Symbol.asyncDispose]();
      } catch (error) {
        // One that fails to close must not leave the others open.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** The outcome if it arrives within `ms`, else null. */
export function inTime<T>(work: Promise<T>, ms: number): Promise<T | null> {
  // One promise instead of a race of three: a look-up waits in this way four times.
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    work.then(
      (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

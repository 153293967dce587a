/** Counts the commits made from this page: whoever shows figures asks again when it moves. */
class DataChanges {
  #count = $state(0);

  get count(): number {
    return this.#count;
  }

  happened(): void {
    this.#count += 1;
  }
}

export const dataChanges = new DataChanges();

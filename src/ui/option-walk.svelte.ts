/** Which of the options below a text field the keyboard is on, while the focus stays in the field. */
export class OptionWalk {
  readonly #count: () => number;
  readonly #reached: (index: number) => void;
  #active = $state(0);
  /** Whether the arrows have moved among the options; until then Home and End belong to the text. */
  #isMoving = false;

  /** `count` says how many options there are now, `reached` is told the place of the one that the keyboard has come to. */
  constructor(count: () => number, reached: (index: number) => void) {
    this.#count = count;
    this.#reached = reached;
  }

  /** Place of the option that the keyboard is on, from 0. */
  get active(): number {
    return this.#active;
  }

  /** Goes back to the first option, as other options need it. */
  begin(): void {
    [this.#active, this.#isMoving] = [0, false];
  }

  /** Moves as a key says; true where the key moves among options. */
  move(key: string): boolean {
    const count = this.#count();
    if (count === 0) return false;
    if (key === 'ArrowDown') this.#to(this.#isMoving ? this.#active + 1 : Math.min(1, count - 1));
    else if (key === 'ArrowUp') this.#to(this.#active - 1);
    else if (key === 'Home' && this.#isMoving) this.#to(0);
    else if (key === 'End' && this.#isMoving) this.#to(count - 1);
    else return false;
    return true;
  }

  #to(index: number): void {
    const count = this.#count();
    this.#active = (index + count) % count;
    this.#isMoving = true;
    this.#reached(this.#active);
  }
}

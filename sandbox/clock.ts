/** The sandbox's time. It runs with the machine's clock, shifted by what the control API asked for. */
export class Clock {
	private shiftMs = 0;

	constructor(start?: Date) {
		if (start) this.set(start);
	}

	now(): Date {
		return new Date(Date.now() + this.shiftMs);
	}

	advance(ms: number): void {
		this.shiftMs += ms;
	}

	set(date: Date): void {
		this.shiftMs = date.getTime() - Date.now();
	}
}

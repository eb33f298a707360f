/** One event on its way to one address. */
export interface Delivery {
	id: string;
	event: string;
	type: string;
	url: string;
	secret: string;
	attempts: number;
	/** Milliseconds on the machine's clock; not before then. */
	due: number;
	state: 'waiting' | 'sending' | 'delivered' | 'given up';
	/** HTTP status of the last attempt, 0 when there was no answer. */
	status: number | null;
}

export const MODES = [ 'deliver', 'block', 'duplicate', 'reorder', 'delay' ] as const;

export interface Mode {
	mode: ( typeof MODES )[ number ];
	/** Copies of each event in `duplicate`. */
	copies: number;
	/** How long `delay` and `reorder` hold an event back. */
	delayMs: number;
}

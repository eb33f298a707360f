import type { Invoice } from '../../../contract/invoices';
import type { Refusal } from './use-saving';

export interface Handoff {
	readonly invoice: Invoice;
	/** Why it could not be sent, when that was tried. */
	readonly refusal?: Refusal | undefined;
}

/**
 * A draft that was just saved for the first time, on its way from "/invoices/new" to its own address:
 * it need not be read again, and the screen does not blink.
 */
let saved: Handoff | undefined;
let focused = -1;

const controls = () => [
	...document.querySelectorAll< HTMLElement >( '.counterfoil-screen :is(a, button, input, select, textarea)' ),
];

export function handOver( handoff: Handoff ): void {
	saved = handoff;
	focused = controls().findIndex( ( control ) => control.matches( ':focus' ) );
}

/** The cursor goes on where it was. */
export function keepFocus(): void {
	controls()[ focused ]?.focus();
	focused = -1;
}

export function takeOver( id: number ): Handoff | undefined {
	const handoff = saved?.invoice.id === id ? saved : undefined;
	saved = undefined;
	return handoff;
}

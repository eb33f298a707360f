import type { Invoice } from '../../../contract/invoices';

/**
 * A draft that was just saved for the first time, on its way from "/invoices/new" to its own address:
 * it need not be read again, and the screen does not blink.
 */
let saved: Invoice | undefined;
let focused = -1;

const controls = () => [
	...document.querySelectorAll< HTMLElement >( '.counterfoil-screen :is(a, button, input, select, textarea)' ),
];

export function handOver( invoice: Invoice ): void {
	saved = invoice;
	focused = controls().findIndex( ( control ) => control.matches( ':focus' ) );
}

/** The cursor goes on where it was. */
export function keepFocus(): void {
	controls()[ focused ]?.focus();
	focused = -1;
}

export function takeOver( id: number ): Invoice | undefined {
	const invoice = saved?.id === id ? saved : undefined;
	saved = undefined;
	return invoice;
}

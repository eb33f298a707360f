import type { PayContext, Page } from './context';

/** That this tab has just paid: the page that comes then says so to whoever can't see it. */
const JUST_PAID = 'client-pay-done';

/**
 * The server says all of it anew: heading, sum, what is left to pay.
 *
 * @param isPaid Whether this tab has just paid.
 */
export function renew( isPaid: boolean ): void {
	if ( isPaid ) {
		sessionStorage.setItem( JUST_PAID, '1' );
	}
	window.location.reload();
}

/**
 * Says to whoever can't see the page that this tab has just paid.
 *
 * @param on The page that came after paying.
 */
export function tellPaid( on: Page ): void {
	if ( sessionStorage.getItem( JUST_PAID ) ) {
		sessionStorage.removeItem( JUST_PAID );
		focus( on, '[data-of="succeeded"] h2' );
	}
}

export function turn( on: Page, phase: PayContext[ 'phase' ], message: string ): void {
	const isNew = on.here.phase !== phase;
	on.here.phase = phase;
	on.here.message = message;
	if ( isNew ) {
		focus( on, `[data-of="${ phase }"] h2` );
	}
}

export function fail( on: Page, message: string ): void {
	on.here.error = message;
	focus( on, '#cf-pay-error' );
}

/** Once the page has changed accordingly. */
function focus( { root }: Page, selector: string ): void {
	requestAnimationFrame( () =>
		requestAnimationFrame( () => root.querySelector< HTMLElement >( selector )?.focus() )
	);
}

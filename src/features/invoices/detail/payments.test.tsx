import { render, screen } from '@testing-library/react';
import type { Invoice } from '../../../contract/invoices';
import type { Payment } from '../../../contract/payments';
import { Payments } from './payments';

function show( state: Payment[ 'state' ], others: Payment[ 'others' ] = [] ) {
	window.counterfoil = {
		now: '2026-11-26T12:00:00Z',
		locale: 'en-US',
		timezone: 'UTC',
		dateFormat: 'M j, Y',
		timeFormat: 'g:i A',
		currency: 'EUR',
		currencies: [ { code: 'EUR', decimals: 2 } ],
		locales: [],
		timezones: [],
		assets: '/',
		restUrl: '/wp-json/',
		uploadLimit: 1024,
		can: { view: true, bill: true, refund: true, manageClients: true, settings: true },
	};
	const payment: Payment = {
		id: 1,
		gateway: 'cards',
		mode: 'live',
		state,
		amount: { amount: 9800, currency: 'EUR' },
		refunded: { amount: 0, currency: 'EUR' },
		reversed: { amount: 0, currency: 'EUR' },
		reversals: [],
		expected_on: null,
		applied: { amount: 0, currency: 'EUR' },
		lost: { amount: 0, currency: 'EUR' },
		others,
		disputes: [],
		can_undo: false,
		is_undone: false,
		refund_ids: [],
		method: 'Visa ending in 4242',
		reference: '',
		failure: '',
		flag: '',
		created_at: '2026-11-26T10:30:00Z',
		succeeded_at: state === 'succeeded' ? '2026-11-26T10:31:00Z' : null,
	};
	render( <Payments invoice={ { payments: [ payment ] } as unknown as Invoice } /> );
	return screen.getByRole( 'listitem' ).textContent?.replace( /\s/g, ' ' );
}

describe( 'what waits says since when, and until when', () => {
	it.each( [
		[
			'intended',
			'Started Nov 26, 2026 10:30 AM. Canceled automatically if it isn’t completed by Nov 27, 2026 10:30 AM.',
		],
		[ 'requires_action', 'Canceled automatically if it isn’t completed by Nov 27, 2026 10:30 AM.' ],
		[ 'processing', 'Started Nov 26, 2026 10:30 AM. We check for updates automatically.' ],
		[ 'unknown', 'Started Nov 26, 2026 10:30 AM. We check for updates automatically.' ],
		[ 'succeeded', 'Nov 26, 2026 10:31 AM' ],
	] as const )( '%s', ( state, sentence ) => {
		expect( show( state ) ).toContain( sentence );
	} );

	it( 'and what is received does not', () => {
		expect( show( 'succeeded' ) ).not.toContain( 'Started' );
	} );
} );

describe( 'a payment of several bills', () => {
	const others = [ { id: 2, number: 'INV-0002', amount: { amount: 4900, currency: 'EUR' } } ];

	it( 'names the others it paid', () => {
		expect( show( 'succeeded', others ) ).toContain( 'Paid together with INV-0002: €49.00' );
	} );

	it.each( [ 'processing', 'failed', 'cancelled' ] as const )( 'does not say that it paid them: %s', ( state ) => {
		const said = show( state, others );
		expect( said ).toContain( 'Also for INV-0002: €49.00' );
		expect( said ).not.toContain( 'Paid together' );
	} );
} );

import type { Payment } from '../../../contract/payments';
import { boot } from '../../../shared/boot';
import { refund } from './refund';

const mayRefund = ( isAllowed: boolean ) => {
	window.counterfoil = {
		...boot(),
		can: { view: true, bill: true, refund: isAllowed, manageClients: true, settings: true },
	};
};
const payment = ( state: Payment[ 'state' ], refunded = 0, dispute?: Payment[ 'disputes' ][ number ][ 'state' ] ) =>
	( {
		state,
		amount: { amount: 1000, currency: 'EUR' },
		refunded: { amount: refunded, currency: 'EUR' },
		reversed: { amount: 0, currency: 'EUR' },
		disputes: dispute === undefined ? [] : [ { state: dispute } ],
	} ) as Payment;

test( 'what came and was not given back can be', () => {
	mayRefund( true );
	expect( refund.isEligible( payment( 'succeeded' ) ) ).toBe( true );
	expect( refund.isEligible( payment( 'succeeded', 400 ) ) ).toBe( true );
	expect( refund.isEligible( payment( 'succeeded', 1000 ) ) ).toBe( false );
	expect( refund.isEligible( payment( 'processing' ) ) ).toBe( false );
	expect( refund.isEligible( payment( 'failed' ) ) ).toBe( false );
} );

test.each( [
	[ 'inquiry', true ],
	[ 'opened', false ],
	[ 'under_review', false ],
	[ 'won', true ],
	[ 'lost', true ],
] as const )( 'a dispute that is %s: %s', ( state, isOffered ) => {
	mayRefund( true );
	expect( refund.isEligible( payment( 'succeeded', 0, state ) ) ).toBe( isOffered );
} );

test( 'to bill is not to refund', () => {
	mayRefund( false );
	expect( refund.isEligible( payment( 'succeeded' ) ) ).toBe( false );
} );

import type { Coupon } from '../../../contract/coupons';
import { boot } from '../../../shared/boot';
import { couponActions } from '.';

const mayBill = ( bill: boolean ) => {
	window.counterfoil = {
		...boot(),
		can: { view: true, bill, refund: true, manageClients: true, settings: true },
	};
};
beforeEach( () => mayBill( true ) );

const archived = '2026-11-01T08:00:00Z';
const offered = () =>
	[
		{ archived_at: null, is_used: false },
		{ archived_at: null, is_used: true },
		{ archived_at: archived, is_used: false },
		{ archived_at: archived, is_used: true },
	].map( ( state ) =>
		couponActions.filter( ( { isEligible } ) => isEligible( state as Coupon ) ).map( ( { id } ) => id )
	);

test( 'a coupon is changed, archived or restored, and deleted when it was never used', () => {
	expect( offered() ).toEqual( [
		[ 'view', 'edit', 'archive', 'delete' ],
		[ 'view', 'edit', 'archive' ],
		[ 'view', 'edit', 'restore', 'delete' ],
		[ 'view', 'edit', 'restore' ],
	] );
} );

test( 'who may not bill only looks', () => {
	mayBill( false );
	expect( offered() ).toEqual( [ [ 'view' ], [ 'view' ], [ 'view' ], [ 'view' ] ] );
} );

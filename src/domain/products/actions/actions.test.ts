import type { Plan, Product } from '../../../contract/products';
import { boot } from '../../../shared/boot';
import { planActions } from '../plan-actions';
import { productActions } from '.';

const mayBill = ( bill: boolean ) => {
	window.counterfoil = {
		...boot(),
		can: { view: true, bill, refund: true, manageClients: true, settings: true },
	};
};
beforeEach( () => mayBill( true ) );

const archived = '2026-11-01T08:00:00Z';
const states = [
	{ archived_at: null, is_used: false },
	{ archived_at: null, is_used: true },
	{ archived_at: archived, is_used: false },
	{ archived_at: archived, is_used: true },
];
const products = () =>
	states.map( ( state ) =>
		productActions.filter( ( { isEligible } ) => isEligible( state as Product ) ).map( ( { id } ) => id )
	);
const plans = () =>
	states.map( ( state ) =>
		planActions.filter( ( { isEligible } ) => isEligible( state as Plan ) ).map( ( { id } ) => id )
	);

test( 'a product is archived or restored, and deleted when it was never used', () => {
	expect( products() ).toEqual( [
		[ 'view', 'archive', 'delete' ],
		[ 'view', 'archive' ],
		[ 'view', 'restore', 'delete' ],
		[ 'view', 'restore' ],
	] );
} );

test( 'a plan likewise', () => {
	expect( plans() ).toEqual( [
		[ 'edit', 'duplicate', 'archive', 'delete' ],
		[ 'edit', 'duplicate', 'archive' ],
		[ 'edit', 'duplicate', 'restore', 'delete' ],
		[ 'edit', 'duplicate', 'restore' ],
	] );
} );

test( 'who may not bill only looks', () => {
	mayBill( false );
	expect( products() ).toEqual( states.map( () => [ 'view' ] ) );
	expect( plans() ).toEqual( states.map( () => [] ) );
} );

test( 'several products at once: archive, restore', () => {
	expect( productActions.filter( ( { supportsBulk } ) => supportsBulk ).map( ( { id } ) => id ) ).toEqual( [
		'archive',
		'restore',
	] );
} );

import type { Coupon } from '../../contract/coupons';
import { couponDraft, draftOfCoupon, inputOf, newCoupon } from './coupon-draft';
import { scopeOf, usesOf, validity } from './words';

const saved = {
	id: 3,
	code: 'SPRING-25',
	name: 'Spring offer',
	value: { type: 'amount', amounts: [ { amount: 1000, currency: 'EUR' } ] },
	duration: 'cycles',
	cycles: 3,
	max_uses: 10,
	max_uses_per_client: null,
	valid_from: null,
	valid_until: '2026-12-31',
	product_ids: [ 7 ],
	plan_ids: [ 9 ],
	scope: [
		{ type: 'product', id: 7, name: 'Website care' },
		{ type: 'plan', id: 9, name: 'Hosting: Monthly' },
	],
	uses: 4,
} as unknown as Coupon;

test( 'a saved coupon is typed and sent again without a change', () => {
	const { id, scope, uses, ...input } = saved;
	expect( inputOf( draftOfCoupon( saved ) ) ).toEqual( input );
	expect( [ id, scope.length, uses ] ).toEqual( [ 3, 2, 4 ] );
} );

test( 'what is not chosen is not sent', () => {
	const draft = { ...draftOfCoupon( saved ), duration: 'once' as const };
	const percent = { ...draft, value: { ...draft.value, type: 'percent' as const, percent: '10' } };
	expect( inputOf( percent ) ).toMatchObject( { cycles: null, value: { type: 'percent', percent: '10' } } );
} );

test( 'a new one lacks code, name and value', () => {
	const found = couponDraft.safeParse( newCoupon() ).error?.issues.map( ( { path } ) => path.join( '/' ) ) ?? [];
	expect( [ ...new Set( found ) ].sort() ).toEqual( [ 'code', 'name', 'value/percent' ] );
} );

test( 'when, how often and for what it can be used is said in words', () => {
	expect( usesOf( saved ) ).toBe( '4 of 10' );
	expect( usesOf( { uses: 4, max_uses: null } ) ).toBe( '4' );
	expect( scopeOf( saved ) ).toBe( 'Website care, Hosting: Monthly' );
	expect( scopeOf( { ...saved, scope: [] } ) ).toBe( 'Products that no longer exist' );
	expect( scopeOf( { ...saved, scope: [], product_ids: [], plan_ids: [] } ) ).toBe( 'All products and lines' );
	expect( validity( { valid_from: null, valid_until: null } ) ).toBe( 'Always' );
	expect( validity( saved ) ).toMatch( /^Until .*2026/ );
} );

import { daysOf, typedRenewing } from './retry-days';

const typed = ( days: string ) =>
	typedRenewing.safeParse( {
		lead_days: 0,
		catch_up: 'each',
		retry_days: days,
		last_step: 'keep',
		grace_days: 14,
		suspended_words: '',
		card_notice_days: 14,
		renewal_notice: 'yearly',
		renewal_notice_days: 14,
	} );

test( 'days are separated by commas, spaces or semicolons', () => {
	expect( daysOf( '1, 3;5  7' ) ).toEqual( [ 1, 3, 5, 7 ] );
	expect( daysOf( ' ' ) ).toEqual( [] );
} );

test( 'what is no list of days is said at the field', () => {
	expect( typed( '' ).success ).toBe( true );
	expect( typed( '1, 3, 5, 7' ).success ).toBe( true );
	for ( const wrong of [ '0', '61', '1.5', 'soon', '1 2 3 4 5 6 7 8 9' ] ) {
		expect( typed( wrong ).error?.issues ).toEqual( [
			expect.objectContaining( { code: 'custom', path: [ 'retry_days' ] } ),
		] );
	}
} );

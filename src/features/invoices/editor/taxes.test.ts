import { type Draft, newLine, type TypedTax } from './draft';
import { isSame, knownTaxes, ownRates, type Proposal, withProposals } from './taxes';

const tax = ( changes: Partial< TypedTax > = {} ): TypedTax => ( {
	name: 'VAT',
	rate: '19',
	category: 'S',
	reason_code: '',
	reason: '',
	...changes,
} );
const reverse = tax( { rate: '0', category: 'AE', reason_code: 'VATEX-EU-AE' } );
const draftOf = ( ...taxes: Array< TypedTax | null > ) =>
	( { lines: taxes.map( ( one ) => newLine( one ) ) } ) as unknown as Draft;
const proposalsFor = ( draft: Draft, proposed: TypedTax | null ) =>
	new Map( draft.lines.map( ( { key } ) => [ key, { tax: proposed, why: '' } as Proposal ] ) );

test( 'lines nobody chose a tax for follow the proposal, others stay', () => {
	const draft = draftOf( null, tax( { isProposed: true } ), tax() );
	expect( withProposals( draft, proposalsFor( draft, reverse ) ).lines.map( ( line ) => line.tax ) ).toEqual( [
		{ ...reverse, isProposed: true },
		{ ...reverse, isProposed: true },
		tax(),
	] );
} );

test( 'where nothing changes the draft is the same, so that it is not asked for ever', () => {
	const draft = draftOf( null, tax( { isProposed: true } ) );
	const once = withProposals( draft, proposalsFor( draft, reverse ) );
	expect( withProposals( once, proposalsFor( draft, reverse ) ) ).toBe( once );
	const none = withProposals( draftOf( null ), new Map() );
	expect( withProposals( none, proposalsFor( none, null ) ) ).toBe( none );
} );

test( 'where nothing can be proposed a line has no tax', () => {
	const draft = draftOf( tax( { isProposed: true } ) );
	expect( withProposals( draft, proposalsFor( draft, null ) ).lines[ 0 ]?.tax ).toBeNull();
} );

test( 'a standard rate is another by its name, what is not taxed by its reason', () => {
	expect( isSame( tax( { category: null } ), tax() ) ).toBe( true );
	expect( isSame( tax(), tax( { name: 'GST' } ) ) ).toBe( false );
	expect( isSame( reverse, { ...reverse, name: 'GST' } ) ).toBe( true );
	expect( isSame( reverse, { ...reverse, category: 'O' } ) ).toBe( false );
} );

test( 'what can be chosen is each once: the usual one, the list, the lines', () => {
	const rate = { id: 1, name: 'VAT', country: 'DE', category: 'S', rate: '7', reason_code: '', reason: '' } as const;
	const known = knownTaxes( draftOf( reverse, tax(), null ).lines, tax( { category: null, isProposed: true } ), [
		rate,
	] );
	expect( known.map( ( one ) => `${ one.category } ${ one.rate }` ) ).toEqual( [ 'S 19', 'S 7', 'AE 0' ] );
	expect( known.some( ( one ) => one.isProposed ) ).toBe( false );
} );

test( 'rates of other countries are left out once the own one is known', () => {
	const rate = { id: 1, name: 'VAT', country: 'PL', category: 'S', rate: '23', reason_code: '', reason: '' } as const;
	const rates = [ rate, { ...rate, id: 2, country: '' }, { ...rate, id: 3, country: 'DE' } ];
	expect( ownRates( { rates, country: 'DE' } as never ).map( ( { id } ) => id ) ).toEqual( [ 2, 3 ] );
	expect( ownRates( { rates, country: '' } as never ) ).toHaveLength( 3 );
} );

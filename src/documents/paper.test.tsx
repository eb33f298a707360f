import { render, screen, within } from '@testing-library/react';

import { paper, type Paper } from '../contract/documents';
import { InvoicePaper } from './paper';

function sample( changes: Partial< Paper > = {} ): Paper {
	return paper.parse( {
		locale: 'en-US',
		direction: 'ltr',
		page: 'a4',
		title: 'Invoice INV-0042',
		headline: '€178.50 due December 12, 2026',
		accent: '#f5b700',
		logo: null,
		seller: { label: 'From', name: 'Northfield Studio', lines: [ 'Lindenstraße 14' ] },
		buyer: { label: 'Bill to', name: 'Harbour & Pine', lines: [ '27 Quayside' ] },
		facts: [ { label: 'Due date', value: 'December 12, 2026' } ],
		columns: {
			description: 'Description',
			quantity: 'Qty',
			unit_price: 'Unit price',
			discount: null,
			tax: 'VAT',
			amount: 'Amount',
		},
		lines: [
			{
				description: 'Website care',
				detail: 'December',
				quantity: '1',
				unit_price: '€150.00',
				discount: null,
				tax: '19%',
				amount: '€150.00',
			},
		],
		totals: [
			{ label: 'Net', value: '€150.00', strong: false },
			{ label: 'Total', value: '€178.50', strong: true },
		],
		notes: [],

		message: 'Thank you!\nAda',
		pay_hint: { text: 'Pay online', url: 'https://northfield.example/pay' },
		transfer: null,
		footer: 'Please pay within 14 days.',
		page_label: 'Page %1$d of %2$d',
		...changes,
	} );
}

test( 'shows everything that is on the PDF', () => {
	const { container } = render( <InvoicePaper paper={ sample() } /> );

	for ( const text of [
		'Invoice INV-0042',
		'€178.50 due December 12, 2026',
		'Lindenstraße 14',
		'27 Quayside',
		'December 12, 2026',
		'Website care',
		'December',
		'€178.50',
		'Please pay within 14 days.',
	] ) {
		expect( container.textContent ).toContain( text );
	}
	// No logo: the name stands in its place.
	expect( screen.getAllByText( 'Northfield Studio' ) ).toHaveLength( 2 );
} );

test( 'leaves out the columns that have no label', () => {
	render( <InvoicePaper paper={ sample() } /> );
	const heads = within( screen.getByRole( 'table' ) ).getAllByRole( 'columnheader' );

	expect( heads.map( ( head ) => head.textContent ) ).toEqual( [
		'Description',
		'Qty',
		'Unit price',
		'VAT',
		'Amount',
	] );
} );

test( 'a preview has no link to pay by', () => {
	render( <InvoicePaper paper={ sample() } /> );

	expect( screen.queryByRole( 'link' ) ).toBeNull();
} );

test( 'markup in a name is text', () => {
	const name = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
	const { container } = render(
		<InvoicePaper paper={ sample( { buyer: { label: 'Bill to', name, lines: [ name ] } } ) } />
	);

	expect( screen.getAllByText( name ) ).toHaveLength( 2 );
	expect( container.querySelector( 'script, img' ) ).toBeNull();
} );

test( 'wide amounts make the table smaller, and no smaller than can be read', () => {
	const scaleWith = ( amount: string ) => {
		const lines = sample().lines.map( ( line ) => ( { ...line, unit_price: amount, amount } ) );
		const { unmount } = render( <InvoicePaper paper={ sample( { lines } ) } /> );
		const scale = Number( screen.getByRole( 'table' ).style.getPropertyValue( '--paper-lines-scale' ) );
		unmount();
		return scale;
	};

	expect( scaleWith( '€150.00' ) ).toBe( 1 );
	expect( scaleWith( 'KWD 1,000,000,000,000.000' ) ).toBeLessThan( 0.9 );
	expect( scaleWith( '9'.repeat( 200 ) ) ).toBe( 0.68 );
} );

test( 'draws the code of a bank transfer from its rows', () => {
	const rows = Array.from( { length: 21 }, ( _, y ) => ( y === 0 ? '111000000000000000011' : '0'.repeat( 21 ) ) );
	render(
		<InvoicePaper
			paper={ sample( {
				transfer: {
					label: 'Pay by bank transfer',
					lines: [ 'IBAN DE02 1203' ],
					code: { rows, caption: 'Scan this code' },
				},
			} ) }
		/>
	);
	const code = screen.getByRole( 'img', { name: 'Scan this code' } );

	expect( code.querySelector( 'path' )?.getAttribute( 'd' ) ).toBe( 'M0 0h3v1H0zM19 0h2v1H19z' );
	expect( screen.queryByText( 'IBAN DE02 1203' ) ).not.toBeNull();
} );

test( 'asks for no transfer of what is paid', () => {
	const transfer = { label: 'Pay by bank transfer', lines: [ 'IBAN DE02 1203' ], code: null };
	const { unmount } = render( <InvoicePaper paper={ sample( { transfer } ) } /> );
	expect( screen.getByText( 'IBAN DE02 1203' ) ).toBeTruthy();
	unmount();

	render( <InvoicePaper paper={ sample( { transfer } ) } mark={ { words: 'Paid', look: 'paid' } } /> );
	expect( screen.getByText( 'Paid' ) ).toBeTruthy();
	expect( screen.queryByText( 'IBAN DE02 1203' ) ).toBeNull();
} );

import type { Page } from '@playwright/test';
import { lineOf, unique } from './support/agency';
import { expect, inspect, test } from './at-desk';

interface Transfer {
	readonly amount: string;
	readonly text: string;
}

/** A statement of one day, as banks write it. */
const camt = ( transfers: readonly Transfer[] ) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>${ transfers
	.map(
		( { amount, text }, at ) =>
			`<Ntry><NtryRef>${ text }-${ at }</NtryRef><Amt Ccy="EUR">${ amount }</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-15</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Payer ${ at }</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${ text }</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
	)
	.join( '' ) }</Stmt></BkToCstmrStmt></Document>`;

async function choose( page: Page, name: string, text: string ) {
	const chooser = page.waitForEvent( 'filechooser' );
	await page.getByRole( 'button', { name: 'Choose file' } ).click();
	await ( await chooser ).setFiles( { name, mimeType: 'text/plain', buffer: Buffer.from( text ) } );
}

test.describe( 'Bank statements', () => {
	test( 'a transfer is matched, one is a part, one is too much, and one is undone', async ( {
		agency,
		app,
		page,
		watch,
	} ) => {
		watch.expect( /status of 400/ );
		const client = await agency.client();
		const bill = ( euros: number ) => agency.invoice( client, { lines: [ lineOf( 'Care', euros * 100 ) ] } );
		const [ exact, part, over ] = [ await bill( 100 ), await bill( 200 ), await bill( 300 ) ];
		await app.open( '/payments/statements', 'Bank statements' );
		await choose( page, 'broken.xml', '<Document><BkToCstmrStmt>' );
		await expect( page.getByRole( 'alert' ) ).not.toBeEmpty();
		await inspect( page, 'Bank statements' );

		// A table of a kind that was never seen: it is asked for once what its columns mean.
		const table = ( ...lines: readonly string[] ) =>
			[ `Booked;Payer;Debit or credit;Amount;${ unique( 'Note' ) }`, ...lines ].join( '\n' );
		await choose( page, 'december.csv', table( '31.12.2025;Bank;D;9,90;Fees', '31.12.2025;Ada;C;77,00;Hello' ) );
		const question = page.getByRole( 'region', { name: 'What do the columns of december.csv mean?' } );
		await expect( question.getByLabel( 'In or out' ) ).toHaveValue( '2' );
		await inspect( page, 'What the columns mean' );
		await question.getByLabel( 'Currency of all lines' ).selectOption( 'EUR' );
		await question.getByRole( 'checkbox', { name: /^Note/ } ).check();
		await question.getByRole( 'button', { name: 'Save and import' } ).click();
		await expect( app.heading ).toHaveText( 'december.csv' );
		await expect( page.getByRole( 'region', { name: /^No match/ } ) ).toContainText( '€77.00' );
		await app.open( '/payments/statements', 'Bank statements' );

		const due = ( { amount }: { amount: number } ) => ( amount / 100 ).toFixed( 2 );
		await choose(
			page,
			'january.xml',
			camt( [
				{ amount: due( exact.totals.due ), text: exact.number ?? '' },
				{ amount: '50.00', text: part.number ?? '' },
				{ amount: '500.00', text: over.number ?? '' },
				{ amount: '12.34', text: 'No idea' },
			] )
		);
		await expect( app.heading ).toHaveText( 'january.xml' );
		const group = ( name: RegExp ) => page.getByRole( 'region', { name } );
		const line = ( text: string ) => page.getByRole( 'listitem' ).filter( { hasText: text } ).first();
		await expect( group( /^Sure/ ) ).toContainText( exact.number ?? '' );
		await expect( group( /^Likely/ ) ).toContainText( `${ part.number }: €50.00 of` );
		await expect( group( /^Likely/ ) ).toContainText( 'becomes the client’s credit' );
		await expect( group( /^No match/ ) ).toContainText( 'No idea' );
		await inspect( page, 'Bank statement to review' );

		await page.getByRole( 'button', { name: 'Confirm 1 sure match' } ).click();
		await app.said( '1 payment recorded.' );
		await line( `${ part.number }: €50.00` )
			.getByRole( 'button', { name: /^Confirm/ } )
			.click();
		await app.said( 'Payment recorded.' );
		await expect( group( /^Likely/ ) ).not.toContainText( `${ part.number }: €50.00` );
		await line( `${ over.number }:` )
			.getByRole( 'button', { name: /^Confirm/ } )
			.click();
		await expect( group( /^Likely/ ) ).toContainText( 'No likely matches are waiting.' );

		await line( 'No idea' )
			.getByRole( 'button', { name: /^Choose invoices/ } )
			.click();
		const dialog = page.getByRole( 'dialog', { name: 'What does this transfer pay?' } );
		// The dialog gives it the focus a moment after it opens.
		await expect( dialog.getByRole( 'combobox' ) ).toBeFocused();
		await dialog.getByRole( 'combobox' ).fill( part.number ?? '' );
		await dialog.getByRole( 'option', { name: new RegExp( part.number ?? '' ) } ).click();
		await expect( dialog.getByRole( 'status' ).last() ).toContainText( `${ part.number }: €12.34 of` );
		await inspect( page, 'What a transfer pays' );
		await dialog.getByRole( 'button', { name: 'Record payment' } ).click();
		await expect( dialog ).toBeHidden();

		await page.getByRole( 'button', { name: /^Matched/ } ).click();
		await inspect( page, 'Matched transfers' );
		await line( `${ exact.number }:` ).getByRole( 'button', { name: /^Undo/ } ).click();
		await app.said( 'Undone. It waits for review again.' );
		await page.getByRole( 'button', { name: 'To review' } ).click();
		await expect( group( /^Sure/ ) ).toContainText( exact.number ?? '' );
		await app.open( `/invoices/${ exact.id }`, exact.number ?? '' );
		await expect( page.getByRole( 'region', { name: 'Balance' } ) ).toContainText( '€119.00' );
	} );
} );

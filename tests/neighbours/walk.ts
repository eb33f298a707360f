import assert from 'node:assert/strict';
import type { Invoice } from '../../src/contract/invoices';
import type { PortalPayment } from '../../src/contract/portal';
import { type Agency, type Customer, PASSWORD } from '../e2e/support/agency';
import { buttonOf, type Mail } from '../e2e/support/mailbox';
import { type Answer, attribute, Browser, formOf, wordsOf } from './browser';
import type { Place } from './place';

/** Whom the site's routes answer beside a neighbour; whoever else comes gets a stranger's words. */
export type Routes = 'everybody' | 'users' | 'staff';

/** Who went, and what was paid; the browser is logged in as them. */
export interface Walked {
	readonly customer: Customer;
	readonly invoice: Invoice;
	readonly browser: Browser;
}

/**
 * Log-in, invitation, bill, mail, PDF, payment and webhook, as a client without JavaScript and the agency go through
 * them. Where scripts of ours would ask a route, the same question is asked here.
 */
export class Walk {
	private readonly browser = new Browser();

	constructor(
		private readonly place: Place,
		private readonly routes: Routes
	) {}

	async run(): Promise< Walked > {
		await this.place.staff.openApp();
		const customer = await this.invite();
		const invoice = await this.bill( customer );
		await this.logIn( customer );
		await this.readPdf( customer, invoice );
		await this.pay( customer, invoice );
		await this.askForLink( customer );
		return { customer, invoice, browser: this.browser };
	}

	/** From the invitation's mail into the portal, by its plain form. */
	private async invite(): Promise< Customer > {
		const client = await this.agency.client( { invite: true } );
		const email = client.contacts[ 0 ]?.email ?? '';
		const mail = await this.place.mail( email, /purpose=invitation/ );
		const page = await this.browser.open( buttonOf( mail, /./ ) );
		this.isPrivate( page );
		const form = formOf( page, 'accept-invitation' );
		this.isIn( await this.browser.submit( page, form, { email, password: PASSWORD } ) );
		return { client, name: 'Robin Vale', email, password: PASSWORD };
	}

	/** Out, and in again: by the form, which the page's script leaves to the browser. */
	private async logIn( { email, password }: Customer ): Promise< void > {
		this.browser.forget();
		const page = await this.browser.open( ( await this.portal() ).login );
		this.isPrivate( page );
		this.isIn( await this.browser.submit( page, formOf( page, 'log-in' ), { email, password } ) );
	}

	private async bill( { client, email }: Customer ): Promise< Invoice > {
		const invoice = await this.agency.invoice( client );
		const mail = await this.place.mail( email, new RegExp( `${ invoice.number }` ) );
		await this.isWhole( mail );
		return invoice;
	}

	/** With its text, its Message-ID, the headers of ours and nobody else's sender. */
	private async isWhole( mail: Mail ): Promise< void > {
		const source = await this.place.source( mail );
		const head = source.slice( 0, source.search( /\r?\n\r?\n/ ) );
		assert.match( source, /^Content-Type: text\/plain/im, 'The mail has no text part.' );
		assert.match( source, /^Content-Type: text\/html/im, 'The mail has no HTML part.' );
		assert.match( head, /^Message-ID: <[0-9a-f]{32}@studio-north\.example>/im );
		assert.match( head, /^Auto-Submitted: auto-generated/im );
		assert.match( head, /^Reply-To: .*hello@studio-north\.example/im );
		assert.match( head, /^From: .*hello@studio-north\.example/im );
		assert.doesNotMatch( head, /^X-Mailer/im );
	}

	/** What was mailed, what the portal shows and what the agency downloads are the same bytes, and arrive whole. */
	private async readPdf( { email }: Customer, invoice: Invoice ): Promise< void > {
		const mail = await this.place.mail( email, new RegExp( `${ invoice.number }` ) );
		const file = mail.attachments?.[ 0 ]?.filename ?? '';
		assert.match( file, /\.pdf$/, `The PDF is not attached to “${ mail.subject }”.` );
		const mailed = await this.place.mailbox.attachment( mail, file );
		const page = await this.browser.open( String( invoice.portal_url ) );
		assert.equal( page.status, 200, wordsOf( page ) );
		this.isPrivate( page );
		const link = [ ...page.text.matchAll( /<a\b[^>]*>/g ) ]
			.map( ( [ tag ] ) => attribute( tag, 'href' ) ?? '' )
			.find( ( href ) => /[?&]view=pdf/.test( href ) );
		assert.ok( link, `The invoice's page has no link to its PDF: ${ wordsOf( page ) }` );
		for ( const [ who, answer ] of [
			[ 'the portal', await this.browser.ask( link ) ],
			[ 'the agency', await this.place.staff.file( `/counterfoil/v1/invoices/${ invoice.id }/pdf` ) ],
		] as const ) {
			assert.equal( answer.status, 200, `${ who }: ${ answer.text.slice( 0, 300 ) }` );
			assert.match( String( answer.headers[ 'content-type' ] ), /^application\/pdf/, who );
			assert.ok( answer.bytes.equals( mailed ), `The PDF from ${ who } is not the one that was mailed.` );
			assert.equal( answer.headers[ 'content-length' ], String( answer.raw.length ), `Length, from ${ who }` );
		}
		// A list begins with the mark by which spreadsheets know UTF-8, and with nothing before it.
		const list = await this.place.staff.file( '/counterfoil/v1/clients/export' );
		assert.match( String( list.headers[ 'content-type' ] ), /^text\/csv/, list.text.slice( 0, 300 ) );
		assert.deepEqual( [ ...list.bytes.subarray( 0, 3 ) ], [ 0xef, 0xbb, 0xbf ] );
		assert.match( list.text, /^[^\r\n]+\r\n/ );
		assert.match( list.text, /\r\n$/ );
	}

	private async pay( { email }: Customer, invoice: Invoice ): Promise< void > {
		const url = new URL( String( invoice.portal_url ) );
		url.searchParams.set( 'view', 'pay' );
		const page = await this.browser.open( url.href );
		assert.equal( page.status, 200, wordsOf( page ) );
		this.isPrivate( page );
		const here = contextOf( page, 'client-pay' );
		const nonce = { 'X-WP-Nonce': String( here.nonce ) };
		const started = await this.browser.json( 'POST', String( here.startUrl ), undefined, nonce );
		let payment: Pick< PortalPayment, 'gateway' >;
		if ( this.routes === 'staff' ) {
			assert.ok( started.status >= 400, 'This neighbour was meant to refuse.' );
			// What the page's script does then: the page itself begins the payment.
			const hidden = { counterfoil_pay: 'start', _wpnonce: String( here.nonce ) };
			const begun = await this.browser.submit( page, { action: '', hidden } );
			payment = contextOf( begun, 'client-pay' ) as unknown as PortalPayment;
		} else {
			assert.equal( started.status, 201, `Payment: ${ started.text.slice( 0, 300 ) }` );
			payment = JSON.parse( started.text ) as PortalPayment;
		}
		const intent = String( payment.gateway?.params.client_secret ?? '' ).replace( /_secret_.*/, '' );
		assert.match( intent, /^pi_/ );
		await this.place.stripe.pay( intent );
		if ( this.routes !== 'everybody' ) {
			// No webhook comes in: whoever looks has it asked after.
			assert.match( wordsOf( await this.browser.open( String( invoice.portal_url ) ), 5000 ), /Paid/ );
		}
		await this.place.until( `Invoice ${ invoice.number } is paid`, async () => {
			const { settlement } = await this.agency.call( 'invoices.get', { id: invoice.id } );
			return settlement === 'paid';
		} );
		await this.place.mail( email, /^Receipt/ );
	}

	/** A mailed link logs in as well, by its plain form. */
	private async askForLink( { email }: Customer ): Promise< void > {
		this.browser.forget();
		const { login } = await this.portal();
		const asking = new URL( login );
		asking.searchParams.set( 'form', 'link' );
		const page = await this.browser.open( asking.href );
		await this.browser.submit( page, formOf( page, 'ask-link' ), { email } );
		const mail = await this.place.mail( email, /purpose=magic/ );
		const landing = await this.browser.open( buttonOf( mail, /./ ) );
		this.isIn( await this.browser.submit( landing, formOf( landing, 'use-link' ) ) );
	}

	private isIn( page: Answer ): void {
		assert.equal( page.status, 200, wordsOf( page ) );
		assert.ok( this.browser.isKnown, `Not logged in: ${ wordsOf( page ) }` );
		assert.match( page.text, /data-wp-interactive=["']?client-portal/, `Not the portal: ${ wordsOf( page ) }` );
		this.isPrivate( page );
	}

	/** Nobody on the way keeps it, and nobody else's words are on it. */
	private isPrivate( page: Answer ): void {
		assert.match( String( page.headers[ 'cache-control' ] ), /no-store/, `${ page.url } may be kept.` );
		assert.doesNotMatch( wordsOf( page, 100_000 ), /NEIGHBOUR/, 'The words of a neighbour reach a client.' );
	}

	private portal() {
		return this.agency.portal();
	}

	private get agency(): Agency {
		return this.place.agency;
	}
}

/** What a page hands to its script. */
export function contextOf( page: Answer, name: string ): Record< string, unknown > {
	const tag = [ ...page.text.matchAll( /<[a-z]+\s[^>]*data-wp-interactive[^>]*>/g ) ]
		.map( ( [ found ] ) => found )
		.find( ( found ) => attribute( found, 'data-wp-interactive' ) === name );
	const context = tag && attribute( tag, 'data-wp-context' );
	assert.ok( context, `${ page.url } hands nothing to ${ name }: ${ wordsOf( page ) }` );
	return JSON.parse( context ) as Record< string, unknown >;
}

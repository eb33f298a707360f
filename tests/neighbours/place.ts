import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepStands, stand as theStand, type Stand } from '../e2e/stand';
import { removeLeftovers, startStand } from '../e2e/start-stand';
import { Agency } from '../e2e/support/agency';
import { buttonOf, type Mail, Mailbox } from '../e2e/support/mailbox';
import { Stripe } from '../e2e/support/stripe';
import { Browser } from './browser';
import { Staff } from './staff';

const ROOT = resolve( import.meta.dirname, '../..' );
const PLUGINS = join( import.meta.dirname, 'plugins' );

/** A PNG of 120 by 40 pixels. */
const LOGO =
	'iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAIAAAC6iKlyAAAACXBIWXMAAA7EAAAOxAGVKw4bAAAAeElEQVRoge3QQRHAIADAMMDAjCEB/zqmYuWxREGv89ln8L11O+AvjI4YHTE6YnTE6IjREaMjRkeMjhgdMTpidMToiNERoyNGR4yOGB0xOmJ0xOiI0RGjI0ZHjI4YHTE6YnTE6IjREaMjRkeMjhgdMTpidMToiNGRF1wkAQehJ7SlAAAAAElFTkSuQmCC';

/** Milliseconds until something that a request has caused is there. */
const PATIENCE = 10_000;

/** Lines of debug.log that PHP or WordPress wrote by themselves. */
const COMPLAINT = /^.*\bPHP (?:Warning|Notice|Deprecated|Fatal error|Parse error|Recoverable fatal error).*$/gm;

/** WordPress ends buffers that don't let themselves be ended (its ticket 22430). */
const OF_WORDPRESS = /ob_end_flush\(\): Failed to send buffer of zlib output compression/;

/** A site ready to bill, and whoever is around it. Neighbours are moved in and out. */
export class Place {
	readonly mailbox = new Mailbox();
	readonly stripe = new Stripe();
	readonly staff: Staff;
	readonly agency: Agency;
	private readonly moved: string[] = [];
	/** Given by neighbours that send mail later: a request that makes them do it. */
	private sends: string | null = null;
	private hasOtherRules = false;

	private constructor( readonly stand: Stand ) {
		this.staff = new Staff( stand );
		this.agency = new Agency( this.staff, this.mailbox );
	}

	/** @param options Of scripts/stand.mjs. */
	static async open( name: string, options: readonly string[] ): Promise< Place > {
		const cache = join( ROOT, '.cache/test-neighbours' );
		mkdirSync( cache, { recursive: true } );
		removeLeftovers( cache );
		keepStands( [
			await startStand( ROOT, join( cache, `${ process.pid }-${ name }` ), [ ...options, '--empty' ] ),
		] );
		const place = new Place( theStand() );
		await place.staff.logIn();
		await place.staff.openApp();
		await place.setUp();
		return place;
	}

	/** The same site at another address, for whoever logs in there. */
	static async at( stand: Stand ): Promise< Place > {
		const place = new Place( stand );
		await place.until( `${ stand.site } answers`, () =>
			new Browser().ask( `${ stand.site }/` ).then(
				() => true,
				() => false
			)
		);
		await place.staff.logIn();
		await place.staff.openApp();
		return place;
	}

	/** What an agency does on its first day. */
	private async setUp(): Promise< void > {
		await this.changeBusiness( { name: 'Studio North', email: 'hello@studio-north.example' } );
		const keys = { publishable_key: 'pk_test_NEIGHBOURS', secret_key: 'sk_test_NEIGHBOURS' };
		await this.agency.call(
			'gateways.stripe.update',
			{},
			{
				mode: 'test',
				test: { ...keys, webhook_secret: this.stand.stripe?.webhookSecret },
				statement_descriptor: 'STUDIO NORTH',
			}
		);
		await this.agency.call( 'gateways.stripe.test', {}, { mode: 'test' } );
		const [ portal ] = ( await this.agency.call( 'portals.list' ) ).items;
		await this.agency.call( 'portals.create-pages', { id: portal?.id ?? 0 } );
	}

	private async changeBusiness( changes: object ): Promise< void > {
		const { logo, text_on_colour, contrast, ...business } = await this.agency.call( 'business.get' );
		await this.agency.call( 'business.update', {}, { ...business, logo_id: logo?.id ?? null, ...changes } );
	}

	async uploadLogo(): Promise< void > {
		await this.changeBusiness( {
			logo_id: await this.staff.upload( 'logo.png', 'image/png', Buffer.from( LOGO, 'base64' ) ),
		} );
	}

	/** Puts a file of plugins/ where WordPress loads it, until moveOut(). */
	moveIn( file: string, to = `mu-plugins/${ file }` ): void {
		const place = join( this.stand.root, 'wp-content', to );
		cpSync( join( PLUGINS, file ), place );
		this.moved.push( place );
	}

	sendsMailAt( path: string ): void {
		this.sends = path;
	}

	async moveOut(): Promise< void > {
		this.moved.splice( 0 ).forEach( ( file ) => rmSync( file, { force: true } ) );
		this.sends = null;
		if ( this.hasOtherRules ) {
			await this.readRulesAnew();
			this.hasOtherRules = false;
		}
	}

	/** After something has changed the addresses of pages: this screen of WordPress' writes its rules down. */
	async readRulesAnew(): Promise< void > {
		await this.staff.openScreen( 'options-permalink.php' );
		this.hasOtherRules = true;
	}

	/** Where a mail's button leads. */
	buttonOf( mail: Mail ): string {
		return buttonOf( mail, /./ );
	}

	/** The newest mail to somebody, by its subject or by a link in it. */
	async mail( address: string, wanted: RegExp ): Promise< Mail > {
		let found: Mail | undefined;
		await this.until( `A mail to ${ address }: ${ wanted }`, async () => {
			if ( this.sends !== null ) {
				await new Browser().ask( `${ this.stand.site }${ this.sends }` );
			}
			found = ( await this.mailbox.to( address ) ).findLast(
				( mail ) => wanted.test( mail.subject ) || wanted.test( mail.html )
			);
			return found !== undefined;
		} );
		assert.ok( found );
		return found;
	}

	/** As it came over the wire. */
	async source( mail: Mail ): Promise< string > {
		return ( await fetch( `${ this.stand.mail.api }/email/${ mail.id }/source` ) ).text();
	}

	async until( what: string, condition: () => Promise< boolean > ): Promise< void > {
		const end = Date.now() + PATIENCE;
		while ( ! ( await condition() ) ) {
			assert.ok( Date.now() < end, `${ what }: not so.` );
			await pause( 50 );
		}
	}

	/** What PHP has complained about since this was asked last. */
	complaints(): readonly string[] {
		const { log } = this.stand;
		const found = existsSync( log ) ? ( readFileSync( log, 'utf8' ).match( COMPLAINT ) ?? [] ) : [];
		rmSync( log, { force: true } );
		return found.filter( ( line ) => ! OF_WORDPRESS.test( line ) );
	}

	async end(): Promise< void > {
		const pids = ( process.env.COUNTERFOIL_STAND_PIDS ?? '' ).trim().split( ' ' ).map( Number ).filter( Boolean );
		pids.forEach( ( pid ) => process.kill( pid, 'SIGTERM' ) );
		await this.until( 'The site has ended', async () => pids.every( ( pid ) => ! isAlive( pid ) ) );
		rmSync( this.stand.storage, { recursive: true, force: true } );
		rmSync( `${ this.stand.storage }.json`, { force: true } );
	}
}

function isAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch {
		return false;
	}
}

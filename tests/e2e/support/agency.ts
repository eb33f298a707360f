import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { z } from 'zod';
import { type AnyOperation, operations } from '../../../src/contract';
import type { Client } from '../../../src/contract/clients';
import type { Invoice } from '../../../src/contract/invoices';
import type { Subscription } from '../../../src/contract/subscriptions/subscription';
import { stand } from '../stand';
import { buttonOf, type Mailbox } from './mailbox';

type Answers = { readonly [ O in AnyOperation as O[ 'id' ] ]: z.output< O[ 'response' ] > };

/** A client with somebody who can log in. */
export interface Customer {
	readonly client: Client;
	readonly name: string;
	readonly email: string;
	readonly password: string;
}

export const PASSWORD = 'correct horse battery';

/** "2026-03-31" */
export function dayFromNow( days: number ): string {
	const day = new Date();
	day.setUTCDate( day.getUTCDate() + days );
	return day.toISOString().slice( 0, 10 );
}

let count = 0;

/** A word nobody else has: names, addresses and what is searched for are a test's own. */
export function unique( word: string ): string {
	count += 1;
	return `${ word }-${ Date.now().toString( 36 ) }${ count }`;
}

/** How staff asks a route: Playwright's, or a request of another kind. */
interface StaffRequests {
	rest: < T >( options: {
		method: string;
		path: string;
		headers: Record< string, string >;
		data?: object;
	} ) => Promise< T >;
}

/** The staff's side of what a test stands on, by the product's own routes; answers are checked like a page's. */
export class Agency {
	constructor(
		private readonly requests: StaffRequests,
		private readonly mailbox: Mailbox
	) {}

	async call< Id extends keyof Answers >(
		id: Id,
		params: Readonly< Record< string, number > > = {},
		body?: object
	): Promise< Answers[ Id ] > {
		const operation = operations.find( ( one ) => one.id === id );
		if ( ! operation ) {
			throw new Error( `${ id } is not in the contract.` );
		}
		const path = operation.path.replace( /\{(\w+)\}/g, ( _, name: string ) => String( params[ name ] ) );
		const answer = await this.requests.rest< unknown >( {
			method: operation.method,
			path: `/counterfoil/v1${ path }`,
			headers: { 'Idempotency-Key': randomUUID() },
			...( body ? { data: body } : {} ),
		} );
		return operation.response.parse( answer ) as Answers[ Id ];
	}

	/** A client that nobody can log in for yet. */
	async client( details: { name?: string; currency?: string; locale?: string; invite?: boolean } = {} ) {
		const word = unique( 'client' );
		const { invite = false, name = `Client ${ word }`, ...rest } = details;
		return this.call(
			'clients.create',
			{},
			{
				name,
				...rest,
				contact: { name: 'Robin Vale', email: `${ word }@example.test` },
				invite,
				websites: [ { name: 'Shop', url: `https://${ word }.example.test` } ],
			}
		);
	}

	/** A client whose contact has answered the invitation, and is logged in where `at` is given. */
	async customer(
		details: Parameters< Agency[ 'client' ] >[ 0 ] & { at?: BrowserContext } = {}
	): Promise< Customer > {
		const { at, ...rest } = details;
		const client = await this.client( { ...rest, invite: true } );
		const email = client.contacts[ 0 ]?.email ?? '';
		const mail = await this.mailbox.find( email, /invited|zaprasza/ );
		const token = new URL( buttonOf( mail, /./ ) ).searchParams.get( 'token' );
		const address = `${ stand().site }/wp-json/counterfoil/v1/invitations/redeem`;
		const data = { token, password: PASSWORD };
		const isIn = at
			? ( await at.request.post( address, { data } ) ).ok()
			: ( await fetch( address, json( data ) ) ).ok;
		if ( ! isIn ) {
			throw new Error( `The invitation of ${ email } was not taken.` );
		}
		return { client, name: 'Robin Vale', email, password: PASSWORD };
	}

	/** A draft of one line, or of these. */
	async draft( client: Client, changes: Partial< Record< string, unknown > > = {} ): Promise< Invoice > {
		return this.call(
			'invoices.create',
			{},
			{
				client_id: client.id,
				website_id: null,
				currency: client.currency,
				tax_mode: 'exclusive',
				due_date: dayFromNow( 14 ),
				lines: [ lineOf( 'Landing page', 120_000 ) ],
				discount: null,
				message: '',
				...changes,
			}
		);
	}

	/** An invoice that was numbered and mailed. */
	async invoice( client: Client, changes: Parameters< Agency[ 'draft' ] >[ 1 ] = {} ): Promise< Invoice > {
		const { id, version } = await this.draft( client, changes );
		return this.call( 'invoices.send', { id }, { version } );
	}

	/** A subscription of one item, every month from today. */
	async subscription( client: Client ): Promise< Subscription > {
		return this.call(
			'subscriptions.start',
			{},
			{
				client_id: client.id,
				website_id: null,
				currency: client.currency,
				tax_mode: 'exclusive',
				interval: { unit: 'month', count: 1 },
				starts_on: dayFromNow( 0 ),
				trial_days: 0,
				cycles: null,
				first_bill: 'start',
				items: [
					{
						plan_id: null,
						description: 'Care plan',
						quantity: '1',
						unit_price: 4_900,
						setup_fee: 0,
						discount: null,
						tax: null,
					},
				],
			}
		);
	}

	/** Where clients log in and where they are then. */
	async portal(): Promise< { login: string; home: string } > {
		const { items } = await this.call( 'portals.list' );
		const [ portal ] = items;
		if ( ! portal?.login_page || ! portal.portal_page ) {
			throw new Error( 'The portal has no pages.' );
		}
		return { login: portal.login_page.url, home: portal.portal_page.url };
	}
}

export const lineOf = ( description: string, price: number, quantity = '1' ) => ( {
	plan_id: null,
	description,
	quantity,
	unit_price: price,
	discount: null,
	tax: { name: 'VAT', rate: '19' },
} );

const json = ( body: object ): RequestInit => ( {
	method: 'POST',
	body: JSON.stringify( body ),
	headers: { 'Content-Type': 'application/json' },
} );

import type { PortalPayment } from '../../src/contract/portal';

/** What the pay view and a gateway's script know of each other. */
export type GatewayOf = NonNullable< PortalPayment[ 'gateway' ] >;

/** How it looks around the form, and what is to be done when it has come up, or can't. */
export interface Surroundings {
	/** Where the form goes: an empty element. */
	readonly field: HTMLElement;
	readonly colours: { readonly brand: string; readonly on_brand: string };
	/** Who is paid, as mandates name them. */
	readonly business: string;
	readonly onReady: () => void;
	readonly onUnavailable: () => void;
}

/** What one confirmation came to. Whatever it says, where the payment stands says the server. */
export type Confirmation =
	| { readonly is: 'sent' }
	/** Something is missing, which the form itself says; nothing was sent. */
	| { readonly is: 'incomplete' }
	/** The gateway's own words, in the payer's language; none where it has none. */
	| { readonly is: 'refused'; readonly message?: string };

export interface GatewayForm {
	confirm: () => Promise< Confirmation >;
}

/** A gateway's script module: blocks/gateways/<name>/view.ts. It fetches nothing before `open` is called. */
export interface GatewayScript {
	/** Rejects when the form can't be shown. */
	open: ( params: GatewayOf[ 'params' ], around: Surroundings ) => Promise< GatewayForm >;
}

/** Which module it is says the server; it is fetched when somebody is about to pay, and never before. */
export async function openForm( { script, params }: GatewayOf, around: Surroundings ): Promise< GatewayForm > {
	const { open } = ( await import( /* webpackIgnore: true */ script ) ) as GatewayScript;
	return open( params, around );
}

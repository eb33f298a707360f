import type { GatewayOf } from '../../shared/gateway';

/** Made by includes/Payments/Portal/DrawPay.php. */
export interface PayContext {
	phase: 'start' | 'processing' | 'succeeded' | 'closed';
	message: string;
	error: string;
	notice: string;
	isBusy: boolean;
	isReady: boolean;
	/** There will be no form: `error` says why. */
	isStuck: boolean;
	/** The payment is with a bank for days: nobody waits for it here. */
	isLong: boolean;
	/** Who is paid: mandates name them. */
	business: string;
	/** The payment under way; 0 before there is one. */
	payment: number;
	/** What opens the form of the payment under way, as it stood when the page was asked for. */
	gateway: GatewayOf | null;
	startUrl: string;
	/** What that is sent: which bills, or which part. */
	start: object | null;
	refreshUrl: string;
	nonce: string;
	colours: { brand: string; on_brand: string };
	/** Query arguments that gateways add to the address on the way back from a bank. */
	left: readonly string[];
	words: Record< 'offline' | 'stale' | 'sent' | 'renewed' | 'unavailable' | 'slow' | 'again', string >;
}

/** What is taken along through everything that takes time. */
export interface Page {
	here: PayContext;
	root: ParentNode;
}

import { z } from 'zod';
import { line } from './common';
import { operation } from './operation';

/** In which header the site's proxy says whom a request comes from. */
export const proxyHeader = z.enum( [ 'none', 'x-forwarded-for', 'cf-connecting-ip', 'x-real-ip', 'true-client-ip' ] );
export type ProxyHeader = z.infer< typeof proxyHeader >;

/** How visitors are told apart when logins are slowed down. */
export const visitorsInput = z.strictObject( {
	header: proxyHeader,
	/** IP addresses of the proxy, or ranges: "10.0.0.0/8". Nobody else's header is believed. */
	proxies: z.array( line( 50 ) ).max( 100 ),
} );
export type VisitorsInput = z.infer< typeof visitorsInput >;
export const visitors = z
	.strictObject( {
		...visitorsInput.shape,
		/** Where this very request came from, as the server knows it. */
		remote: z.string(),
		/** What this very request is counted by. */
		address: z.string(),
		/** Headers of this very request that a proxy may have added. */
		seen: z.array( z.strictObject( { header: proxyHeader, value: z.string() } ) ),
	} )
	.meta( { id: 'VisitorSettings' } );
export type Visitors = z.infer< typeof visitors >;

export const visitorOperations = [
	operation( {
		id: 'visitors.get',
		method: 'GET',
		path: '/settings/visitors',
		summary: 'Get how visitors’ addresses are read behind a proxy',
		needs: 'staff:settings',
		response: visitors,
	} ),
	operation( {
		id: 'visitors.update',
		method: 'PUT',
		path: '/settings/visitors',
		summary: 'Update which proxy’s header visitors’ addresses are read from',
		needs: 'staff:settings',
		body: visitorsInput,
		response: visitors,
	} ),
] as const;

import { __ } from '@wordpress/i18n';
import { z } from 'zod';
import { type Renewing, renewing } from '../../contract/subscriptions';

/** The settings while they are typed: days as "1, 3, 5". */
export type RenewingDraft = Omit< Renewing, 'retry_days' > & { retry_days: string };

export const daysOf = ( typed: string ): number[] =>
	typed
		.split( /[\s,;]+/ )
		.filter( Boolean )
		.map( Number );

export const typedRenewing = renewing.extend( {
	retry_days: z.string().refine( ( typed ) => renewing.shape.retry_days.safeParse( daysOf( typed ) ).success, {
		error: () =>
			__( 'Enter up to 8 days from 1 to 60, separated by commas, for example 1, 3, 5, 7.', 'counterfoil' ),
	} ),
} );

import { getContext, store, withSyncEvent } from '@wordpress/interactivity';
import { post } from '../shared/post';

/** Made by includes/Invoices/Portal/templates/invoices.php. */
interface Choice {
	url: string;
	nonce: string;
	words: string;
}

/** Only the answer to the newest choice is shown. */
let newest = 0;

/** Says how many bills are chosen and what they come to. Without a script, or without an answer, the next page says it. */
store( 'client-choose', {
	actions: {
		count: withSyncEvent( async ( event: Event ) => {
			const form = ( event.currentTarget ?? null ) as HTMLFormElement | null;
			const here = getContext< Choice >();
			const invoices = [
				...( form?.querySelectorAll< HTMLInputElement >( 'input[name="bills[]"]:checked' ) ?? [] ),
			];
			const mine = ++newest;
			if ( invoices.length === 0 ) {
				here.words = '';
				return;
			}
			const answer = await post< { words: string } >(
				here.url,
				{ invoices: invoices.map( ( { value } ) => Number( value ) ) },
				here.nonce
			);
			if ( mine === newest ) {
				here.words = answer.ok ? answer.data.words : '';
			}
		} ),
	},
} );

import { __ } from '@wordpress/i18n';
import type { Event } from '../../contract/activity';
import { formatMoment } from '../../shared/dates';
import './timeline.scss';

/** Where an event's subject can be looked at. */
function hrefOf( { subject }: Event ): string | undefined {
	const place: Record< string, string > = { invoice: 'invoices', client: 'clients', product: 'products' };
	const section = place[ subject.type ];
	return section ? `#/${ section }/${ subject.id }` : undefined;
}

interface Props {
	readonly events: readonly Event[];
	/** Names the client and links to what it is about; for lists over many of them. */
	readonly withClient?: boolean;
}

/** What happened, newest first: the sentence, who, when. */
export function Timeline( { events, withClient = false }: Props ) {
	return (
		<ol className="counterfoil-timeline">
			{ events.map( ( event ) => {
				const href = withClient ? hrefOf( event ) : undefined;
				const who =
					event.actor.name || ( event.actor.type === 'system' ? __( 'Automatic', 'counterfoil' ) : '' );
				return (
					<li key={ event.id } className={ `is-${ event.type.replace( /\W/g, '-' ) }` }>
						<span className="counterfoil-timeline__what">
							{ href ? <a href={ href }>{ event.summary }</a> : event.summary }
						</span>
						<span className="counterfoil-timeline__who">
							{ [ withClient ? event.client?.name : undefined, who, formatMoment( event.occurred_at ) ]
								.filter( Boolean )
								.join( ' · ' ) }
						</span>
					</li>
				);
			} ) }
		</ol>
	);
}

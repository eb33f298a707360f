import { Notice } from '@wordpress/components';
import type { OverviewNotices } from '../../contract/reports';
import { hrefOf } from '../../shared/chart/opens';

/** What somebody has to look at: each leads to what it is about. */
export function Notices( { notices }: { readonly notices: readonly OverviewNotices[] } ) {
	return notices.map( ( { id, title, tone, items, more, opens } ) => (
		<Notice
			key={ id }
			status={ tone === 'bad' ? 'warning' : 'info' }
			isDismissible={ false }
			className="counterfoil-problem"
		>
			<strong>{ title }</strong>
			<ul className="counterfoil-notices">
				{ items.map( ( item, index ) => (
					<li key={ index }>
						{ item.opens ? <a href={ hrefOf( item.opens ) }>{ item.label }</a> : item.label }
						{ item.about && ` · ${ item.about }` }: { item.text }
					</li>
				) ) }
			</ul>
			{ opens && more && <a href={ hrefOf( opens ) }>{ more }</a> }
		</Notice>
	) );
}

import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/boot';
import { useRead } from '../../shared/store';

/** What a client would miss of an invoice that is sent now, each with the way to mend it. It can be sent anyway. */
export function Missing() {
	const { data } = useRead( 'overview.missing', {} );
	if ( ! data || data.items.length === 0 ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false } className="counterfoil-missing">
			<ul>
				{ data.items.map( ( { id, sentence, screen } ) => (
					<li key={ id }>
						{ sentence }{ ' ' }
						{ boot().can.settings && <a href={ `#${ screen }` }>{ __( 'Change', 'counterfoil' ) }</a> }
					</li>
				) ) }
			</ul>
		</Notice>
	);
}

import { __ } from '@wordpress/i18n';
import { caution, check, error, Icon } from '@wordpress/icons';
import type { StatusItem } from '../../contract/upkeep';
import { Loaded } from '../../shared/loaded';
import { useRead } from '../../shared/store';
import './status.scss';

const LOOKS = {
	critical: { look: 'is-overdue', icon: error, label: () => __( 'Fix now', 'counterfoil' ) },
	recommended: { look: 'is-part_paid', icon: caution, label: () => __( 'Needs attention', 'counterfoil' ) },
	good: { look: 'is-paid', icon: check, label: () => __( 'OK', 'counterfoil' ) },
} as const;

/** Whether all goes on, and what to do where it doesn't: the worst first. */
export default function StatusSettings() {
	return (
		<Loaded read={ useRead( 'status.get', {} ) }>
			{ ( { items } ) => (
				<ul className="counterfoil-status">
					{ items.map( ( item ) => (
						<Item key={ item.id } item={ item } />
					) ) }
				</ul>
			) }
		</Loaded>
	);
}

function Item( { item: { status, label, text, action, url, readings } }: { readonly item: StatusItem } ) {
	const { look, icon, label: state } = LOOKS[ status ];
	return (
		<li className="counterfoil-panel">
			<div className="counterfoil-status__head">
				<h2>{ label }</h2>
				<span className={ `counterfoil-state ${ look }` }>
					<Icon icon={ icon } size={ 20 } /> { state() }
				</span>
			</div>
			<p>
				{ text } { url !== '' && <a href={ url }>{ action }</a> }
			</p>
			{ readings.length > 0 && (
				<dl>
					{ readings.map( ( reading ) => (
						<div key={ reading.label }>
							<dt>{ reading.label }</dt>
							<dd>{ reading.value }</dd>
						</div>
					) ) }
				</dl>
			) }
		</li>
	);
}

import { Button } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useRead } from '../../shared/store';

interface Props {
	readonly filters: Readonly< Record< string, string > >;
	readonly onChange: ( changes: Record< string, string > ) => void;
}

/** Days of issue; and which client the list is narrowed to, with a way out. */
export function ListFilters( { filters, onChange }: Props ) {
	const id = useId();
	const { from = '', to = '', client = '' } = filters;
	return (
		<div className="counterfoil-list-filters">
			<span className="counterfoil-list-filters__day">
				<label htmlFor={ `${ id }-from` }>{ __( 'Issued from', 'counterfoil' ) }</label>
				<input
					id={ `${ id }-from` }
					type="date"
					value={ from }
					max={ to || undefined }
					onChange={ ( event ) => onChange( { from: event.target.value } ) }
				/>
			</span>
			<span className="counterfoil-list-filters__day">
				<label htmlFor={ `${ id }-to` }>{ __( 'to', 'counterfoil' ) }</label>
				<input
					id={ `${ id }-to` }
					type="date"
					value={ to }
					min={ from || undefined }
					onChange={ ( event ) => onChange( { to: event.target.value } ) }
				/>
			</span>
			{ /^[1-9]\d*$/.test( client ) && (
				<ClientFilter id={ Number( client ) } onClear={ () => onChange( { client: '', website: '' } ) } />
			) }
		</div>
	);
}

function ClientFilter( { id, onClear }: { readonly id: number; readonly onClear: () => void } ) {
	const { data } = useRead( 'clients.get', { params: { id } } );
	return (
		<Button variant="secondary" size="compact" onClick={ onClear }>
			{ data
				? sprintf(
						/* translators: %s: name of a client */
						__( 'Only %s ✕', 'counterfoil' ),
						data.name
					)
				: '…' }
			<span className="screen-reader-text">{ __( '(show all clients)', 'counterfoil' ) }</span>
		</Button>
	);
}

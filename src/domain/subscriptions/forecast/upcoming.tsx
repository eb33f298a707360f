import { Button } from '@wordpress/components';
import { useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ForecastBill } from '../../../contract/subscriptions/forecast';
import { formatDay } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';
import './upcoming.scss';

interface Props {
	readonly bills: readonly ForecastBill[];
	/** Where they are of several clients. */
	readonly withClients?: boolean;
	/** How many are shown unasked. */
	readonly few?: number;
}

/** The invoices that come first, with what will be on them. */
export function Upcoming( { bills, withClients = false, few = 5 }: Props ) {
	const title = useId();
	const [ isOpen, setOpen ] = useState( false );
	const shown = isOpen ? bills : bills.slice( 0, few );
	return (
		<section className="counterfoil-panel" aria-labelledby={ title }>
			<h2 id={ title }>{ __( 'Upcoming invoices', 'counterfoil' ) }</h2>
			<p className="counterfoil-panel__quiet">
				{ bills.length === 0
					? __( 'Nothing will be invoiced in the next twelve months.', 'counterfoil' )
					: __( 'If nothing changes, with today’s taxes.', 'counterfoil' ) }
			</p>
			<ul className="counterfoil-upcoming">
				{ shown.map( ( bill, index ) => (
					<Bill key={ index } bill={ bill } withClient={ withClients } />
				) ) }
			</ul>
			{ bills.length > few && (
				<Button variant="tertiary" aria-expanded={ isOpen } onClick={ () => setOpen( ! isOpen ) }>
					{ isOpen ? __( 'Show fewer', 'counterfoil' ) : __( 'Show more', 'counterfoil' ) }
				</Button>
			) }
		</section>
	);
}

function Bill( { bill, withClient }: { readonly bill: ForecastBill; readonly withClient: boolean } ) {
	return (
		<li>
			<span className="counterfoil-upcoming__day">{ formatDay( bill.day ) }</span>
			<span className="counterfoil-upcoming__what">
				{ withClient && (
					<a dir="auto" href={ `#/clients/${ bill.client.id }` }>
						{ bill.client.name }
					</a>
				) }
				{ bill.lines.map( ( { description, from, to, amount }, index ) => (
					<span key={ index } className="counterfoil-upcoming__line">
						<span dir="auto">{ description }</span>
						<span className="counterfoil-panel__quiet">
							{ [
								...( from && to ? [ `${ formatDay( from ) } – ${ formatDay( to ) }` ] : [] ),
								...( bill.lines.length > 1 ? [ formatMoney( amount ) ] : [] ),
							].join( ' · ' ) }
						</span>
					</span>
				) ) }
			</span>
			<strong className="counterfoil-money">{ formatMoney( bill.total ) }</strong>
		</li>
	);
}

import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import type { AnnouncedRise, PriceRiseAnnouncement } from '../../../contract/subscriptions/price-rises';
import { withdrawRises } from '../../../domain/subscriptions/rises/withdraw';
import { riseStateLabel, riseStateLook, toldOf } from '../../../domain/subscriptions/rises/words';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { formatDay, formatMoment } from '../../../shared/dates';
import { Fact } from '../../../shared/fact';
import { Pager } from '../../../shared/list/pager';
import { usePages } from '../../../shared/list/pages';
import { TwoLines } from '../../../shared/list/two-lines';
import { Loaded } from '../../../shared/loaded';
import { formatMoney } from '../../../shared/money';
import { NotFound } from '../../../shared/not-found';
import { Page } from '../../../shared/page';
import { Pending } from '../../../shared/pending';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import '../screen.scss';
import './screen.scss';

const back = () => ( { href: '/subscriptions/price-rises', label: __( 'Price increases', 'counterfoil' ) } );

/** New prices that were announced at once, and what became of each. */
export default function PriceRiseScreen() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <Existing id={ Number( id ) } /> : <NotFound />;
}

function Existing( { id }: { readonly id: number } ) {
	const { data: rise, error, reload } = useRead( 'price-rises.get', { params: { id } } );
	if ( ! rise || error?.status === 404 ) {
		return (
			<Pending
				title={ __( 'Price increase', 'counterfoil' ) }
				back={ back() }
				error={ error }
				onRetry={ reload }
			/>
		);
	}
	return (
		<Page
			title={ `+${ rise.increase }` }
			back={ back() }
			actions={
				<ActionMenu
					item={ rise }
					actions={ [ withdrawRises ] }
					label={ __( 'Actions for these new prices', 'counterfoil' ) }
				/>
			}
		>
			<Problem error={ error } onRetry={ reload } />
			<div className="counterfoil-subscription">
				<Subscriptions id={ id } />
				<Details rise={ rise } />
			</div>
		</Page>
	);
}

function Subscriptions( { id }: { readonly id: number } ) {
	const pages = usePages( { id } );
	const read = useRead( 'price-rises.subscriptions', { params: { id }, query: { cursor: pages.cursor } } );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-rise-subscriptions">
			<h2 id="counterfoil-rise-subscriptions">{ __( 'Subscriptions', 'counterfoil' ) }</h2>
			<Loaded read={ read }>
				{ ( { items, next_cursor: next } ) => (
					<>
						<ul className="counterfoil-rises">
							{ items.map( ( rise ) => (
								<Rise key={ rise.id } rise={ rise } />
							) ) }
						</ul>
						<Pager pages={ pages } next={ next } />
					</>
				) }
			</Loaded>
		</section>
	);
}

function Rise( { rise: { subscription, client, old, new: next, rhythm, first_on: day, state } }: RiseProps ) {
	return (
		<li>
			<TwoLines>
				<a href={ `#/subscriptions/${ subscription.id }` } dir="auto">
					{ client.name }
				</a>
				<span dir="auto">{ subscription.name }</span>
			</TwoLines>
			<span className={ riseStateLook( state ) }>{ riseStateLabel( state ) }</span>
			<TwoLines>
				<span className="counterfoil-money">
					{ formatMoney( old ) } → { formatMoney( next ) }
				</span>
				<span>{ rhythm }</span>
			</TwoLines>
			<span className="counterfoil-panel__quiet">{ formatDay( day ) }</span>
		</li>
	);
}

interface RiseProps {
	readonly rise: AnnouncedRise;
}

function Details( { rise }: { readonly rise: PriceRiseAnnouncement } ) {
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-rise-details">
			<h2 id="counterfoil-rise-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<dl className="counterfoil-facts is-wide">
				<Fact label={ __( 'Plan', 'counterfoil' ) }>
					{ rise.plan?.name ?? __( 'Chosen subscriptions', 'counterfoil' ) }
				</Fact>
				<Fact label={ __( 'New prices from', 'counterfoil' ) }>{ formatDay( rise.from ) }</Fact>
				<Fact label={ __( 'First and last', 'counterfoil' ) }>
					{ rise.first_on === rise.last_on
						? formatDay( rise.first_on )
						: `${ formatDay( rise.first_on ) } – ${ formatDay( rise.last_on ) }` }
				</Fact>
				<Fact label={ __( 'Emails', 'counterfoil' ) }>{ toldOf( rise ) }</Fact>
				<Fact label={ __( 'Announced', 'counterfoil' ) }>{ formatMoment( rise.created_at ) }</Fact>
				{ rise.message && (
					<Fact label={ __( 'Message', 'counterfoil' ) }>
						<span className="counterfoil-rises__message">{ rise.message }</span>
					</Fact>
				) }
			</dl>
		</section>
	);
}

import { Loaded } from '../../../shared/loaded';
import { useRead } from '../../../shared/store';
import { ChartPanel } from '../../../shared/chart/panel';
import { chartOf } from './chart';
import { Upcoming } from './upcoming';

/** What a client will be invoiced for all its subscriptions; nothing while that is nothing. */
export function ClientForecast( { clientId }: { readonly clientId: number } ) {
	const read = useRead( 'forecast.of-client', { params: { id: clientId } } );
	return (
		<Loaded read={ read }>
			{ ( forecast ) =>
				forecast.bills.length > 0 && (
					<div className="counterfoil-client-forecast">
						<Upcoming bills={ forecast.bills } />
						<ChartPanel chart={ chartOf( forecast ) } isAhead />
					</div>
				)
			}
		</Loaded>
	);
}

import { chartOf } from '../../domain/subscriptions/forecast/chart';
import { Upcoming } from '../../domain/subscriptions/forecast/upcoming';
import { ChartPanel } from '../../shared/chart/panel';
import { Loaded } from '../../shared/loaded';
import { useRead } from '../../shared/store';

/** What will be invoiced for a subscription; where its client gets one invoice for several: its part of that. */
export function ForecastPanel( { id }: { readonly id: number } ) {
	const read = useRead( 'forecast.of-subscription', { params: { id } } );
	return (
		<Loaded read={ read }>
			{ ( forecast ) => (
				<>
					<Upcoming bills={ forecast.bills } />
					{ forecast.bills.length > 0 && <ChartPanel chart={ chartOf( forecast ) } isAhead /> }
				</>
			) }
		</Loaded>
	);
}

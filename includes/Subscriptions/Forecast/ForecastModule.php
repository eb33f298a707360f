<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Forecast;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Clients\ClientsModule;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Rest\ForecastController;
use Counterfoil\Subscriptions\SubscriptionsModule;
use WP_CLI;

use function WP_CLI\Utils\format_items;

/** What subscriptions will bring. */
final class ForecastModule extends Module
{
    public function routes(Routes $routes): void
    {
        $routes->bind('forecast.get', fn (Request $request): array => $this->controller()->of_business($request));
        $routes->bind('forecast.of-client', fn (Request $request): array => $this->controller()->of_client($request));
        $routes->bind('forecast.of-subscription', fn (Request $request): array => $this->controller()->of_subscription($request));
    }

    public function commands(): array
    {
        $forecast =
            /**
             * Shows what will be invoiced for subscriptions in the next twelve months if nothing changes.
             *
             * ## OPTIONS
             *
             * [--client=<id>]
             * : Only this client.
             *
             * [--subscription=<id>]
             * : Only this subscription.
             *
             * [--by=<month|line>]
             * : What a row is: a month and currency, or a line of an invoice.
             * ---
             * default: month
             * options:
             *   - month
             *   - line
             * ---
             *
             * [--format=<format>]
             * : Output format.
             * ---
             * default: table
             * options:
             *   - table
             *   - csv
             *   - json
             *   - yaml
             * ---
             *
             * ## EXAMPLES
             *
             *     wp counterfoil forecast
             *     wp counterfoil forecast --client=12 --by=line --format=csv
             */
            function (array $arguments, array $options): void {
                try {
                    $rows = $this->rows($options);
                } catch (DomainError $error) {
                    WP_CLI::error($error->getMessage());
                }
                format_items($options['format'] ?? 'table', $rows, ($options['by'] ?? '') === 'line' ? ForecastTable::LINE : ForecastTable::MONTH);
            };

        return ['forecast' => $forecast];
    }

    /**
     * @param array<string, string> $options of the command
     * @return iterable<array<string, string>> as ForecastTable has them
     * @throws DomainError 404
     */
    public function rows(array $options): iterable
    {
        [$span, $viewer] = [$this->read()->span(), Viewer::system()];
        $bills = match (true) {
            isset($options['subscription']) => $this->read()->of_subscription((int) $options['subscription'], $viewer, $span),
            isset($options['client']) => $this->read()->of_client($this->plugin->module(ClientsModule::class)->clients()->get((int) $options['client'], $viewer)->id, $viewer, $span),
            default => $this->read()->of_business($viewer, $span),
        };

        return ($options['by'] ?? '') === 'line' ? ForecastTable::lines($bills) : ForecastTable::months(Outlook::of($bills, $span));
    }

    public function read(): ReadForecast
    {
        $subscriptions = $this->plugin->module(SubscriptionsModule::class);
        $renewals = $this->plugin->module(RenewalsModule::class);

        return new ReadForecast(
            $subscriptions->subscriptions(),
            $renewals->renewals(),
            $subscriptions->billing_days(),
            $renewals->taxes(),
            $subscriptions->settings(),
            $this->plugin->module(BusinessModule::class)->calendar(...),
        );
    }

    private function controller(): ForecastController
    {
        return new ForecastController($this->read(), $this->plugin->module(ClientsModule::class)->clients(), $this->plugin->module(BusinessModule::class)->business(...));
    }
}

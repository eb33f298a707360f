<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Payments\Methods\MethodsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Renewals\BillRenewal;
use Counterfoil\Subscriptions\Renewals\ChargeRenewal;
use Counterfoil\Subscriptions\Renewals\RenewalsModule;
use Counterfoil\Subscriptions\Requests\RequestsModule;
use Counterfoil\Subscriptions\SubscriptionsModule;
use DateTimeImmutable;
use DateTimeZone;

/** What clients pay every month, each bill made by its subscription and paid as clients do. */
final readonly class Retainers
{
    /** @param array<string, array{id: int, words: string, price: int}> $plans */
    public function __construct(private Stage $stage, private array $plans, private Customers $customers, private Bills $bills)
    {
    }

    public function plan(): void
    {
        foreach ($this->monthly() as $index => [$client, $lines, $pays]) {
            $this->subscribe(-166 + $index, $client, $lines, $pays);
        }
        $this->subscribe(-100, 'bergmann', [['hosting-month', '1']], ['bank 6', 'bank 6'], then: [-45, 'cancel', ['when' => 'now']]);
        $this->subscribe(-50, 'green', [['care-essential', '1']], ['bank 3', 'bank 2'], then: [-12, 'pause', ['resume_on' => (new DateTimeImmutable('+30 days'))->format('Y-m-d')]]);
        $this->subscribe(-40, 'lumen', [['hosting-month', '1']], ['bank 2', 'bank 3'], then: [-5, 'cancel', ['when' => 'period_end']]);
        $this->subscribe(-6, 'green', [['hosting-month', '1']], [], ['trial_days' => 14]);
        $this->subscribe(-2, 'lumen', [['care-essential', '1']], [], ['starts_on' => (new DateTimeImmutable('+10 days'))->format('Y-m-d')]);
        $this->stage->at('-2 days 15:20', fn () => $this->ask_to_cancel('harbour', 'We have hired somebody who does this from January. Thank you for the good work!'));
    }

    /** As a client would in the portal: the agency has yet to answer. */
    private function ask_to_cancel(string $client, string $reason): void
    {
        $details = $this->customers->details($client);
        $contact = $details['contacts'][0];
        $subscription = Plugin::instance()->module(SubscriptionsModule::class)->subscriptions()->of_client($details['id'], Viewer::system())[0];
        Plugin::instance()->module(RequestsModule::class)->request()->handle($subscription->id, null, $reason, Viewer::contact(Actor::contact($contact['id'], $contact['name']), $details['id'], ['subscriptions.manage']));
    }

    /**
     * @param int $day of its start, from today
     * @param list<array{string, string}> $lines plan and quantity
     * @param list<string> $pays how each bill is paid, as Bills has it
     * @param array<string, mixed> $changes of the contract's subscriptionInput
     * @param array{int, string, array<string, mixed>}|null $then what is done with it on a day
     */
    private function subscribe(int $day, string $client, array $lines, array $pays, array $changes = [], ?array $then = null): void
    {
        $this->stage->at("{$day} days 08:10", function () use ($day, $client, $lines, $pays, $changes, $then): void {
            $id = (int) $this->start($client, $lines, $changes)['id'];
            $this->bill($id, $pays[0] ?? '', $day);
            $schedule = Plugin::instance()->module(SubscriptionsModule::class)->subscriptions()->get($id, Viewer::system())->schedule();
            foreach (array_slice($pays, 1) as $index => $how) {
                $next = Calendar::days_between((new DateTimeImmutable('today', new DateTimeZone('Europe/Berlin')))->format('Y-m-d'), $schedule->first_day($index + 1));
                if (str_starts_with($how, 'declined')) {
                    $this->stage->at(($next - 1) . ' days 18:00', fn () => $this->decline($id));
                }
                $this->stage->at("{$next} days 08:10", fn () => $this->bill($id, $how, $next));
            }
            if ($then !== null) {
                $this->stage->at("{$then[0]} days 11:40", fn () => $this->stage->ask('POST', "/subscriptions/{$id}/{$then[1]}", $then[2]));
            }
        });
    }

    /**
     * @param list<array{string, string}> $lines
     * @param array<string, mixed> $changes
     * @return array<string, mixed>
     */
    private function start(string $client, array $lines, array $changes): array
    {
        $details = $this->customers->details($client);

        return $this->stage->ask('POST', '/subscriptions', $changes + [
            'client_id' => $details['id'],
            'website_id' => $details['websites'][0]['id'] ?? null,
            'currency' => $details['currency'],
            'tax_mode' => 'exclusive',
            'interval' => ['unit' => 'month', 'count' => 1],
            'starts_on' => $this->stage->now()->setTimezone(new DateTimeZone('Europe/Berlin'))->format('Y-m-d'),
            'trial_days' => 0,
            'cycles' => null,
            'first_bill' => 'start',
            'items' => array_map(fn (array $line): array => [
                'plan_id' => $this->plans[$line[0]]['id'],
                'description' => $this->plans[$line[0]]['words'],
                'quantity' => $line[1],
                'unit_price' => $this->plans[$line[0]]['price'],
                'setup_fee' => 0,
                'discount' => null,
                'tax' => null,
            ], $lines),
        ]);
    }

    /** The card its client has paid with before is declined from now on. */
    private function decline(int $id): void
    {
        $plugin = Plugin::instance();
        $client_id = $plugin->module(SubscriptionsModule::class)->subscriptions()->get($id, Viewer::system())->client_id;
        foreach ($plugin->module(MethodsModule::class)->methods()->of_client($client_id, Viewer::system()) as $method) {
            $this->stage->stripe("payment_methods/{$method->gateway_method_id}/change", ['what' => 'decline', 'quiet' => true]);
        }
    }

    /** Bills what is due now. */
    private function bill(int $id, string $pays, int $day): void
    {
        Plugin::instance()->module(RenewalsModule::class)->renew_due()->handle();
        // Who has paid a bill by card before is charged; others pay as they like.
        Plugin::instance()->module(SharedModule::class)->worker()->run(60, [BillRenewal::JOB, ChargeRenewal::JOB]);
        $invoice = $this->stage->ask('GET', "/subscriptions/{$id}")['renewals'][0]['invoice'] ?? null;
        if ($invoice !== null) {
            $this->bills->follow($this->stage->ask('GET', "/invoices/{$invoice['id']}"), $pays, $day);
        }
    }

    /** @return list<array{string, list<array{string, string}>, list<string>}> */
    private function monthly(): array
    {
        return [
            ['brauhaus', [['care-business', '1'], ['hosting-month', '1'], ['design', '2.5']], ['card 2', 'card 3', 'card 2', 'card 1', 'card 4', '']],
            ['kowalski', [['care-poland', '1']], ['card 5', 'card 3', 'card 6', 'card 2', 'card 3', 'card 2']],
            ['moreau', [['care-essential', '1'], ['hosting-month', '1']], ['bank 9', 'bank 12', 'bank 8', 'bank 10', '', '']],
            ['harbour', [['seo-uk', '1']], ['card 2', 'card 2', 'card 3', 'card 1', 'card 4', 'card 3']],
            ['sakura', [['care-japan', '1']], ['card 6', 'card 5', 'card 7', 'card 6', 'card 5', '']],
            ['nordwind', [['seo', '1'], ['care-business', '1']], ['bank 11', 'bank 9', 'bank 14', 'bank 10', 'part 12', '']],
            ['tandem', [['care-business', '1'], ['development', '3']], ['card 1', 'card 2', 'dispute-lost 1', 'card 1', 'card 2', 'dispute-open 1']],
            ['olowek', [['care-essential', '2']], ['card 4', 'card 4', 'card 3', 'card 6', 'card 5', 'declined 2']],
        ];
    }
}

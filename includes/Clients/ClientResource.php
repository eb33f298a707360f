<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Viewer;

/** Clients as the contract has them: a page of rows costs as many queries as one. */
final readonly class ClientResource
{
    public function __construct(
        private ContactRepository $contacts,
        private ClientWebsites $websites,
        private Balances $balances,
        private Recurring $recurring,
        private ContactResource $contact_resource,
        private VatCheckRepository $vat_checks,
    ) {
    }

    /** @return array<string, mixed> */
    public function to_wire(Client $client, Viewer $viewer): array
    {
        $contacts = $this->contacts->of_client($client->id, $viewer);

        return [
            'id' => $client->id,
            'name' => $client->name,
            'email' => $client->email,
            'phone' => $client->phone,
            'address' => $client->address->to_array(),
            'tax_id' => $client->tax_id,
            'currency' => $client->currency->code,
            'locale' => $client->locale,
            'bill_as' => $client->bill_as,
            ...$client->profile->to_array(),
            'vat_id' => $client->vat_id(),
            'vat_check' => $this->vat_checks->latest($client)?->to_wire(),
            'portal_id' => $client->portal_id,
            'access' => self::access($client, $contacts),
            'suspended_at' => $client->suspended_at === null ? null : Timestamps::to_wire($client->suspended_at),
            'contacts' => $this->contact_resource->all($contacts),
            'websites' => $this->websites->of_client($client),
            ...$this->sums($client, $this->balances->of_clients([$client->id])[$client->id]),
            'recurring' => self::recurring($client, $this->recurring->of_clients([$client->id])[$client->id]),
            'invoice_count' => $this->balances->count_invoices($client->id),
            'created_at' => Timestamps::to_wire($client->created_at),
        ];
    }

    /**
     * @param list<Client> $clients
     * @return list<array<string, mixed>>
     */
    public function rows(array $clients, Viewer $viewer): array
    {
        $ids = array_map(static fn (Client $client): int => $client->id, $clients);
        $contacts = $this->contacts->of_clients($ids, $viewer);
        $balances = $this->balances->of_clients($ids);
        $recurring = $this->recurring->of_clients($ids);

        return array_map(function (Client $client) use ($contacts, $balances, $recurring): array {
            $first = $contacts[$client->id][0] ?? null;
            $sums = $this->sums($client, $balances[$client->id]);
            unset($sums['credit']);

            return [
                'id' => $client->id,
                'name' => $client->name,
                'contact' => $first === null ? null : ['name' => $first->name, 'email' => $first->email],
                'access' => self::access($client, $contacts[$client->id]),
                'currency' => $client->currency->code,
                ...$sums,
                'recurring' => self::recurring($client, $recurring[$client->id]),
                'created_at' => Timestamps::to_wire($client->created_at),
            ];
        }, $clients);
    }

    /** @param list<Contact> $contacts */
    private static function access(Client $client, array $contacts): string
    {
        return $client->suspended_at !== null ? Access::Suspended->value : Access::furthest(array_map(static fn (Contact $contact): Access => $contact->access, $contacts))->value;
    }

    /**
     * Nothing owed is an empty list. Net billings always name the client's own currency, first.
     *
     * @param list<Balance> $balances
     * @return array<string, list<array{amount: int, currency: string}>>
     */
    private function sums(Client $client, array $balances): array
    {
        $own = $client->currency->code;
        usort($balances, static fn (Balance $a, Balance $b): int => ($b->currency === $own) <=> ($a->currency === $own));
        $sums = ['net_billings' => [], 'due' => [], 'overdue' => [], 'credit' => []];
        if (($balances[0]->currency ?? '') !== $own) {
            array_unshift($balances, new Balance($own, 0, 0, 0, 0));
        }
        foreach ($balances as $balance) {
            foreach (['net_billings' => $balance->net, 'due' => $balance->due, 'overdue' => $balance->overdue, 'credit' => $balance->credit] as $name => $amount) {
                if ($amount !== 0 || ($name === 'net_billings' && $balance->currency === $own)) {
                    $sums[$name][] = ['amount' => $amount, 'currency' => $balance->currency];
                }
            }
        }

        return $sums;
    }

    /**
     * Nothing that recurs is an empty list. The client's own currency comes first.
     *
     * @param list<RecurringSum> $sums
     * @return list<array{mrr: array{amount: int, currency: string}, subscriptions: int}>
     */
    private static function recurring(Client $client, array $sums): array
    {
        usort($sums, static fn (RecurringSum $a, RecurringSum $b): int => [$a->currency !== $client->currency->code, $a->currency] <=> [$b->currency !== $client->currency->code, $b->currency]);

        return array_map(static fn (RecurringSum $sum): array => ['mrr' => ['amount' => $sum->mrr, 'currency' => $sum->currency], 'subscriptions' => $sum->subscriptions], $sums);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Demo\Seed;

use Counterfoil\Payments\Online\CheckPayment;
use Counterfoil\Payments\Online\Wanted;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;

/**
 * Six months of invoices in every state. Amounts, days and who pays how are written down, not drawn
 * by lot: the demo is the same every time, but for the days, which end today.
 */
final readonly class Bills
{
    /** @param array<string, array{id: int, words: string, price: int}> $plans */
    public function __construct(private Stage $stage, private array $plans, private Customers $customers)
    {
    }

    public function plan(): void
    {
        foreach ($this->single() as [$day, $client, $lines, $pays, $message, $less]) {
            $this->bill($day, $client, $lines, $pays, $message, $less);
        }
    }

    /**
     * @param list<array{string, string}> $lines plan and quantity
     * @param array{coupon?: string, credit?: array{string, int}, kind?: string, currency?: string, exchange_rate?: string} $less a coupon's code; a line that credits something, and how much; what kind of document it is; or another currency, and what one of it is in euros
     * @param string $pays "card 3" and "bank 9" after days; "part", "deposit", "refund", "refund-part", "dispute-open", "dispute-lost", "bank-undone", "credit", "bank-credit", "void", "withdraw 6", "draft", "declined", "late 25" is called after as many days, "debit 2" is on its way since then, "debit-back 3" came back after weeks, "together" is paid by one card payment with the next "together-now 3", "card-part" by a part, "refund-failed", "dispute-won", "inquiry", ""
     */
    private function bill(int $day, string $client, array $lines, string $pays, string $message = '', array $less = []): void
    {
        // Nobody writes every bill at the same minute.
        $minute = sprintf('%02d', 6 + abs($day * 7) % 48);
        $this->stage->at("{$day} days 10:{$minute}", function () use ($day, $client, $lines, $pays, $message, $less): void {
            $draft = $this->draft($client, $lines, $message, $less);
            if ($message !== '') {
                Files::attach((int) $draft['id']);
            }
            if ($pays === 'draft') {
                return;
            }
            $this->follow($this->stage->ask('POST', "/invoices/{$draft['id']}/send", ['version' => $draft['version']]), $pays, $day);
        });
    }

    /**
     * What becomes of a bill that went out.
     *
     * @param array<string, mixed> $invoice
     * @param int $day on which it did, from today
     */
    public function follow(array $invoice, string $pays, int $day): void
    {
        if ($invoice['client_credit']['amount'] > 0) {
            $amount = min($invoice['client_credit']['amount'], $invoice['totals']['due']['amount']);
            $invoice = $this->stage->ask('POST', "/invoices/{$invoice['id']}/credit-uses", ['amount' => ['amount' => $amount, 'currency' => $invoice['currency']]]);
        }
        [$how, $after] = [...explode(' ', $pays), '4'];
        $this->settle_later($invoice, $how, $day + (int) $after);
        $this->read_later($invoice, $how, $day + 1);
    }

    /**
     * Who pays by card opens the invoice to pay it; others read it the next morning, if they do.
     *
     * @param array<string, mixed> $invoice
     */
    private function read_later(array $invoice, string $how, int $day): void
    {
        if (in_array($how, ['bank', 'part', 'deposit'], true) || ($how === '' && $invoice['id'] % 2 === 0)) {
            $this->stage->at("{$day} days 08:40", fn () => (new Readers())->read($invoice));
        }
    }

    /** @param array<string, mixed> $invoice */
    private function settle_later(array $invoice, string $how, int $day): void
    {
        $id = (int) $invoice['id'];
        $scene = match ($how) {
            'card', 'refund', 'refund-part', 'dispute-open', 'dispute-lost', 'dispute-won', 'inquiry' => fn () => $this->pay_by_card($invoice, '4242424242424242'),
            'refund-failed' => fn () => $this->pay_by_card($invoice, '4000000000007726'),
            'together-now' => fn () => $this->pay_by_card($invoice, '4242424242424242', Wanted::all($this->newest((int) $invoice['client']['id'], 2))),
            'card-part' => fn () => $this->pay_by_card($invoice, '4242424242424242', Wanted::one($id, Money::of(intdiv($invoice['totals']['due']['amount'], 2), $invoice['currency']))),
            'debit', 'debit-back' => fn () => (new Debits($this->stage))->pay($invoice, $day, $how === 'debit-back'),
            'declined' => fn () => $this->pay_by_card($invoice, '4000000000009995'),
            'bank', 'bank-undone' => fn () => $this->record($id, $invoice['totals']['due']['amount'], $invoice['currency']),
            'deposit' => fn () => $this->record($id, intdiv($invoice['totals']['due']['amount'], 3), $invoice['currency']),
            'part' => fn () => $this->record($id, intdiv($invoice['totals']['due']['amount'], 2), $invoice['currency']),
            'bank-credit' => fn () => $this->record($id, $invoice['totals']['due']['amount'], $invoice['currency']),
            'credit' => fn () => $this->credit($id, 'One page less than planned'),
            'void' => fn () => $this->void($id),
            'withdraw' => fn () => $this->stage->ask('POST', "/invoices/{$id}/withdraw", ['reason' => 'They decided for another offer', 'tell' => true]),
            default => null,
        };
        // What was charged by itself needs nobody to pay it.
        if ($scene !== null && $invoice['totals']['due']['amount'] > 0) {
            $this->stage->at("{$day} days 14:05", $scene);
        }
        if ($how === 'declined') {
            // A day on, the site gives up what nobody went on with, as it would have done then.
            $this->stage->at(($day + 1) . ' days 14:30', static fn () => Plugin::instance()->module(SharedModule::class)->worker()->run(60, [CheckPayment::JOB]));
        }
        $later = ['part' => 'Jan will pay the rest after the boat show. No reminder until then.', 'late' => 'Called: the invoice went to the wrong department. They’ll pay by bank transfer this week.'][$how] ?? null;
        if ($later !== null) {
            $this->stage->at(($day + 1) . ' days 11:15', fn () => $this->note($id, $later));
        }
        if ($how === 'bank-credit') {
            $this->stage->at(($day + 3) . ' days 09:50', fn () => $this->credit($id, 'Fewer hours than billed'));
        }
        (new Disputes($this->stage))->plan($id, $how, $day);
        if (str_starts_with($how, 'refund')) {
            $this->stage->at(($day + 6) . ' days 09:30', fn () => $this->refund($id, $how));
        }
    }

    /**
     * @param list<array{string, string}> $lines
     * @param array{coupon?: string, credit?: array{string, int}, kind?: string, currency?: string, exchange_rate?: string} $less
     * @return array<string, mixed>
     */
    private function draft(string $client, array $lines, string $message, array $less): array
    {
        $details = $this->customers->details($client);

        $body = [
            'client_id' => $details['id'],
            'website_id' => $details['websites'][0]['id'] ?? null,
            'currency' => $less['currency'] ?? $details['currency'],
            'exchange_rate' => $less['exchange_rate'] ?? '',
            'tax_mode' => 'exclusive',
            'due_date' => $this->stage->now()->modify('+14 days')->format('Y-m-d'),
            'lines' => array_map(fn (array $line): array => [
                // A plan has a price in one currency; in another it is a line of free text.
                'plan_id' => isset($less['currency']) ? null : $this->plans[$line[0]]['id'],
                'description' => $this->plans[$line[0]]['words'],
                'quantity' => $line[1],
                'unit_price' => $this->plans[$line[0]]['price'],
                'discount' => null,
                'tax' => null,
            ], $lines),
            'discount' => count($lines) > 2 ? ['type' => 'percent', 'percent' => '5'] : null,
            'coupon' => $less['coupon'] ?? '',
            'message' => $message,
            'kind' => $less['kind'] ?? 'invoice',
        ];
        if (isset($less['credit'])) {
            $body['lines'][] = ['plan_id' => null, 'description' => $less['credit'][0], 'quantity' => '1', 'unit_price' => -$less['credit'][1], 'discount' => null, 'tax' => null];
        }
        // Studio North takes what is proposed: VAT at home, reverse charge for businesses elsewhere in the Union.
        foreach ($this->stage->ask('POST', '/invoices/preview', $body)['proposals'] as $i => $proposal) {
            $body['lines'][$i]['tax'] = $proposal['tax'];
        }

        return $this->stage->ask('POST', '/invoices', $body);
    }

    /** @return list<int> bills of a client that wait for their money */
    private function newest(int $client_id, int $count): array
    {
        $database = Plugin::instance()->database();
        $rows = $database->rows("SELECT id FROM {$database->table('invoices')} WHERE client_id = ? AND due > 0 ORDER BY id DESC LIMIT ?", [$client_id, $count]);

        return array_map(static fn (array $row): int => (int) $row['id'], $rows);
    }

    /** @param array<string, mixed> $invoice */
    private function pay_by_card(array $invoice, string $card, ?Wanted $wanted = null): void
    {
        $plugin = Plugin::instance();
        $who = (new Readers())->open_in_portal($invoice);
        $payment = $plugin->module(PaymentsModule::class)->pay()->chosen($wanted ?? Wanted::one((int) $invoice['id']), (int) $invoice['client']['id'], $who)->payment;
        $this->stage->stripe('pay', [
            'payment_intent' => $plugin->module(PaymentsModule::class)->payments()->get($payment->id, Viewer::system())->gateway_payment_id,
            'card' => $card,
            'created' => $this->stage->now()->getTimestamp(),
            'quiet' => true,
        ]);
        $plugin->module(PaymentsModule::class)->refresh()->handle($payment->id, Viewer::system());
    }

    private function record(int $id, int $amount, string $currency): void
    {
        $this->stage->ask('POST', "/invoices/{$id}/offline-payments", [
            'amount' => ['amount' => $amount, 'currency' => $currency],
            'method' => 'bank_transfer',
            'paid_on' => $this->stage->now()->format('Y-m-d'),
            'reference' => "Statement {$this->stage->now()->format('m/d')}",
            'send_receipt' => true,
        ]);
    }

    private function refund(int $id, string $how): void
    {
        [$part, $reason, $note] = match ($how) {
            'refund-part' => [4, 'Fewer hours than planned.', 'Agreed with Bram by phone.'],
            'refund-failed' => [1, 'The hour was part of the care plan.', 'Billed by mistake: it was within the care plan.'],
            default => [1, 'The launch was called off.', 'The practice is moving to another city. We agreed to stop the project.'],
        };
        $payment = $this->stage->ask('GET', "/invoices/{$id}")['payments'][0];
        $this->stage->ask('POST', "/payments/{$payment['id']}/refunds", [
            'amount' => ['amount' => intdiv($payment['amount']['amount'], $part), 'currency' => $payment['amount']['currency']],
            'reason' => $reason,
        ]);
        $this->note($id, $note);
    }

    /** Half of its first line; what was paid already is the client's credit. */
    private function credit(int $id, string $reason): void
    {
        $invoice = $this->stage->ask('GET', "/invoices/{$id}");
        $this->stage->ask('POST', "/invoices/{$id}/credit-notes", [
            'extent' => ['type' => 'lines', 'lines' => [['position' => 0, 'quantity' => (string) ((float) $invoice['lines'][0]['quantity'] / 2)]]],
            'reason' => $reason,
            'surplus' => 'keep',
            'version' => $invoice['version'],
        ]);
    }

    private function void(int $id): void
    {
        $this->stage->ask('POST', "/invoices/{$id}/void", ['reason' => 'Billed twice by mistake']);
        $this->note($id, 'The same month was billed twice. Apologized to Oliver.');
    }

    private function note(int $id, string $body): void
    {
        $this->stage->ask('POST', "/invoices/{$id}/notes", ['body' => $body]);
    }

    /** @return list<array{int, string, list<array{string, string}>, string, string, array{coupon?: string, credit?: array{string, int}, kind?: string, currency?: string, exchange_rate?: string}}> */
    private function single(): array
    {
        return [
            [-150, 'oasis', [['shop', '1']], 'card 6', 'First half, as agreed.', []],
            [-142, 'lumen', [['landing', '1'], ['hosting-year', '1']], 'bank 13', '', ['coupon' => 'WELCOME10']],
            [-128, 'brauhaus', [['training', '1']], 'dispute-won 2', '', []],
            [-120, 'green', [['company', '1'], ['hosting-year', '1'], ['design', '6']], 'bank 12', 'With a year of hosting, as agreed.', ['coupon' => 'WELCOME10']],
            [-96, 'bergmann', [['landing', '1']], 'refund 5', '', []],
            [-90, 'olowek', [['design', '2']], 'inquiry 2', '', []],
            [-88, 'harbour', [['seo-uk', '2']], 'void', '', []],
            [-75, 'oasis', [['shop', '1']], 'card 8', 'الدفعة الثانية بعد إطلاق المتجر. شكرًا لثقتكم بنا.', []],
            [-62, 'tandem', [['development', '12.5']], 'refund-part 2', 'The new checkout, as estimated.', ['coupon' => 'SUMMER25']],
            [-52, 'lumen', [['design', '4']], 'late 25', '', []],
            [-46, 'nordwind', [['design', '6']], 'bank-credit 5', '', []],
            [-43, 'bergmann', [['design', '5']], 'debit-back 3', '', []],
            [-35, 'lumen', [['design', '3'], ['development', '2']], 'credit 4', '', []],
            [-33, 'green', [['development', '8'], ['design', '3']], '', '', []],
            [-30, 'bergmann', [['company', '1']], 'withdraw 6', '', ['kind' => 'pro_forma']],
            [-28, 'lumen', [['design', '2']], 'together', '', []],
            [-27, 'lumen', [['development', '1.5']], 'together-now 3', '', []],
            [-24, 'bergmann', [['care-essential', '1']], 'bank 9', '', ['coupon' => 'CARE50']],
            [-20, 'tandem', [['development', '5']], 'bank 5', 'Payment in advance, as agreed.', ['kind' => 'pro_forma']],
            [-14, 'green', [['design', '2']], '', '', []],
            [-12, 'nordwind', [['design', '4']], 'bank 6', 'In US dollars, for your office in Annapolis.', ['currency' => 'USD', 'exchange_rate' => '0.8621']],
            [-6, 'nordwind', [['landing', '1'], ['design', '4'], ['development', '2']], 'deposit 3', 'Landing page for the new season.', []],
            [-19, 'brauhaus', [['design', '3']], 'card-part 2', '', []],
            [-17, 'olowek', [['design', '1']], 'refund-failed 1', '', []],
            [-5, 'tandem', [['design', '3']], 'debit 2', '', []],
            [-4, 'moreau', [['landing', '1']], '', 'We start as soon as this is paid.', ['kind' => 'pro_forma']],
            [-3, 'brauhaus', [['landing', '1'], ['training', '1']], 'bank-undone 1', 'For the beer garden, as discussed last week.', ['credit' => ['Credit for two days of downtime in October', 4900]]],
            [-1, 'moreau', [['design', '5']], 'draft', '', []],
            [-1, 'green', [['hosting-year', '1']], 'draft', '', []],
            [-1, 'nordwind', [['seo', '1'], ['design', '2.5'], ['development', '4']], 'draft', 'Thank you for your business.', []],
        ];
    }
}

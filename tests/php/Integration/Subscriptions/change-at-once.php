<?php

declare(strict_types=1);

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Payments\Offline\OfflineMethod;
use Counterfoil\Payments\PaymentsModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Clock\MovableClock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\SharedModule;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Changes\ChangesModule;
use Counterfoil\Subscriptions\Changes\NewTerms;
use Counterfoil\Subscriptions\PriceRises\PriceRisesModule;
use Counterfoil\Subscriptions\PriceRises\PriceRiseTerms;
use Counterfoil\Subscriptions\SubscriptionsModule;

/**
 * A worker, or somebody of the agency's staff, at a moment: each does a number of things with subscriptions, as they are when it looks.
 *
 * @param list<array{int, int}> $of each subscription and its client's first invoice
 * @param array<string, mixed> $item the contract's, without its price
 * @return list<string> what it did, and the reason where that was refused
 */
return static function (int $process, string $moment, int $seed, array $of, array $item): array {
    $plugin = Plugin::instance();
    $clock = $plugin->clock();
    assert($clock instanceof MovableClock);
    $clock->set(new DateTimeImmutable($moment));
    mt_srand($seed * 100 + $process);
    $viewer = Viewer::system();
    $subscriptions = $plugin->module(SubscriptionsModule::class);
    $changes = $plugin->module(ChangesModule::class);
    $terms = static fn (int $price): NewTerms => NewTerms::from_wire(['items' => [['unit_price' => $price] + $item], 'interval' => ['unit' => 'month', 'count' => 1]]);
    $version = static fn (int $id): int => $subscriptions->subscriptions()->get($id, $viewer)->version;
    $does = [
        'works' => static fn (): int => $plugin->module(SharedModule::class)->worker()->run(only: ['subscriptions.renew', 'subscriptions.bill', 'subscriptions.charge', 'subscriptions.settle_change', 'credit.use', 'credit_note.give_back', 'refunds.check']),
        'changes now' => static fn (int $id): mixed => $changes->change()->now($id, $version($id), $terms(mt_rand(1, 300) * 100), $viewer),
        'changes next' => static fn (int $id): mixed => $changes->change()->from_next_period($id, $version($id), $terms(mt_rand(1, 300) * 100), $viewer),
        'withdraws' => static fn (int $id): mixed => $changes->change()->withdraw($id, $viewer),
        'raises' => static fn (int $id): mixed => $plugin->module(PriceRisesModule::class)->raise()->handle(PriceRiseTerms::from_wire(['subscriptions' => [$id], 'plan_id' => null, 'value' => ['type' => 'percent', 'percent' => '7.5'], 'from' => '2027-02-10', 'notice_days' => 0, 'message' => ''], '2027-02-02'), $viewer),
        'pauses' => static fn (int $id): mixed => $subscriptions->pause()->handle($id, null, $viewer),
        'resumes' => static fn (int $id): mixed => $subscriptions->resume()->handle($id, $viewer),
        'cancels' => static fn (int $id): mixed => $subscriptions->cancel()->handle($id, 'period_end', null, $viewer),
        'keeps' => static fn (int $id): mixed => $subscriptions->cancel()->take_back($id, $viewer),
        'ends' => static fn (int $id): mixed => mt_rand(0, 3) === 0 ? $subscriptions->cancel()->handle($id, 'now', null, $viewer, ['none', 'credit', 'refund'][mt_rand(0, 2)]) : null,
        'credits' => static fn (int $id, int $invoice): mixed => $plugin->module(CreditNotesModule::class)->credit()->handle($invoice, $plugin->module(InvoicesModule::class)->invoices()->get($invoice, $viewer)->version, CreditExtent::amount(mt_rand(1, 500)), 'Sorry', Surplus::Keep, $viewer, "sorry-{$seed}-{$process}-" . mt_rand()),
        'pays' => static fn (int $id, int $invoice): mixed => $plugin->module(PaymentsModule::class)->record_offline()->handle($invoice, $plugin->module(InvoicesModule::class)->invoices()->get($invoice, $viewer)->due(), OfflineMethod::BankTransfer, '2027-02-02', '', true, $viewer->actor, "pays-{$seed}-{$process}-" . mt_rand()),
    ];
    $done = [];
    for ($i = 0; $i < 8; $i++) {
        $what = $i % 3 === $process % 3 ? 'works' : array_keys($does)[mt_rand(0, count($does) - 1)];
        [$id, $invoice] = $of[mt_rand(0, count($of) - 1)];
        try {
            $does[$what]($id, $invoice);
            $done[] = $what;
        } catch (DomainError $error) {
            $done[] = "{$what}: {$error->reason}";
        }
    }

    return $done;
};

<?php

declare(strict_types=1);

use Counterfoil\Invoices\CreditNotes\CreditExtent;
use Counterfoil\Invoices\CreditNotes\CreditNotesModule;
use Counterfoil\Invoices\CreditNotes\Surplus;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Even processes issue every fourth draft and credit a part of it at once; odd ones credit the invoices that were there before, all of them the same ones. */
return static function (int $process, array $drafts, array $issued): array {
    $invoices = Plugin::instance()->module(InvoicesModule::class);
    $credit = Plugin::instance()->module(CreditNotesModule::class)->credit();
    $done = [];
    $part = static function (int $id, int $amount, string $key) use ($invoices, $credit, &$done): void {
        try {
            $credit->handle($id, $invoices->invoices()->get($id, Viewer::system())->version, CreditExtent::amount($amount), 'Fewer hours', Surplus::Keep, Viewer::system(), $key);
            $done[] = 'credited';
        } catch (DomainError $error) {
            $done[] = $error->reason;
        }
    };
    if ($process % 2 === 1) {
        foreach ($issued as $id) {
            $part($id, 1000, "old-{$process}-{$id}");
        }

        return $done;
    }
    foreach ($drafts as $index => $id) {
        if ($index % 4 === intdiv($process, 2)) {
            Plugin::instance()->module(IssuingModule::class)->issue()->handle($id, 1, Actor::system());
            $done[] = 'issued';
            $part($id, 2300, "new-{$id}");
        }
    }

    return $done;
};

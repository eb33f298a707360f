<?php

declare(strict_types=1);

use Counterfoil\Bank\BankModule;
use Counterfoil\Bank\EntryState;
use Counterfoil\Plugin;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Several of the staff match, ignore and undo the same line. */
return static function (int $process, string $what, int $entry_id, int $client_id, int $a, int $b): string {
    $bank = Plugin::instance()->module(BankModule::class);
    $confirm = static fn (int $invoice): int => $bank->confirm()->handle($entry_id, $client_id, [$invoice => 12300], true, Viewer::system())->id;
    try {
        return match ([$what, $process % 2]) {
            ['same', 0], ['same', 1] => (string) $confirm($a),
            ['different', 0] => "a:{$confirm($a)}",
            ['different', 1] => "b:{$confirm($b)}",
            ['ignored', 0] => 'paid:' . $confirm($a),
            default => (static function () use ($bank, $entry_id, $what): string {
                $entry = $bank->entries()->get($entry_id, Viewer::system());
                $what === 'ignored' ? $bank->ignore()->handle($entry, Viewer::system()->actor) : $bank->undo()->handle($entry, Viewer::system());

                return $bank->entries()->get($entry_id, Viewer::system())->state === EntryState::Open ? 'open' : 'ignored';
            })(),
        };
    } catch (DomainError $error) {
        return $error->reason;
    }
};

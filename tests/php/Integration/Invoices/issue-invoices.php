<?php

declare(strict_types=1);

use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Database\DatabaseError;

/**
 * Issues every eighth draft, beginning with the process' own number. Every fifth statement or so that
 * writes a document, an event or a mail fails; what failed is tried again until it is issued.
 */
return static function (int $process, array $ids): array {
    mt_srand(1000 + $process);
    $failed = 0;
    add_filter('query', static function (string $sql) use (&$failed): string {
        if (preg_match('/^INSERT .*counterfoil_(document_forms|events|outbox)/', $sql) === 1 && mt_rand(1, 15) === 1) {
            ++$failed;
            throw new DatabaseError('made to fail');
        }

        return $sql;
    });
    $issue = Plugin::instance()->module(IssuingModule::class)->issue();
    foreach ($ids as $index => $id) {
        if ($index % 8 !== $process) {
            continue;
        }
        for ($try = 1; $try <= 50; $try++) {
            try {
                $issue->handle($id, 1, Actor::system());
                break;
            } catch (DatabaseError $error) {
                if ($error->getMessage() !== 'made to fail') {
                    throw $error;
                }
            }
        }
    }

    // Two thirds of the time: the mails, with their papers, that this process would send at its end.
    remove_all_actions('shutdown');

    return ['failed' => $failed];
};

<?php

declare(strict_types=1);

use Counterfoil\Plugin;
use Counterfoil\Shared\SharedModule;

/** Sends what is due to nowhere; answers whom it wrote to. */
return static function (int $process): array {
    $recipients = [];
    add_filter('pre_wp_mail', static function (?bool $sent, array $mail) use (&$recipients): bool {
        array_push($recipients, ...(array) $mail['to']);

        return true;
    }, 10, 2);
    Plugin::instance()->module(SharedModule::class)->worker()->run(only: ['mail.send']);

    return $recipients;
};

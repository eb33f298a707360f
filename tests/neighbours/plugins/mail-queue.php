<?php

/**
 * Plugin Name: Neighbour: a queue for mail
 * Description: As the mail queues and many SMTP plugins do: wp_mail() says "sent" at once, and a later request sends it.
 */

declare(strict_types=1);

const NEIGHBOUR_MAILS = 'neighbour_mail_queue';

add_filter('pre_wp_mail', static function (mixed $before, array $mail): mixed {
    if (defined('NEIGHBOUR_SENDS')) {
        return $before;
    }
    $waiting = (array) get_option(NEIGHBOUR_MAILS, []);
    $waiting[] = $mail;
    update_option(NEIGHBOUR_MAILS, $waiting, false);

    return true;
}, 10, 2);

add_action('init', static function (): void {
    if (! isset($_GET['neighbour_sends'])) {
        return;
    }
    define('NEIGHBOUR_SENDS', true);
    $waiting = (array) get_option(NEIGHBOUR_MAILS, []);
    delete_option(NEIGHBOUR_MAILS);
    foreach ($waiting as $mail) {
        wp_mail($mail['to'], $mail['subject'], $mail['message'], $mail['headers'], $mail['attachments']);
    }
    exit('sent');
});

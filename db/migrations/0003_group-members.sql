CREATE TABLE `smartsheet_group_members` (
	`connection_id` text NOT NULL,
	`group_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`connection_id`, `group_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `smartsheet_group_members_user` ON `smartsheet_group_members` (`user_id`);--> statement-breakpoint
ALTER TABLE `smartsheet_groups` DROP COLUMN `members`;--> statement-breakpoint
-- Groups read before are kept without members: they are read anew.
DELETE FROM group_reads;
--> statement-breakpoint
DELETE FROM smartsheet_groups;

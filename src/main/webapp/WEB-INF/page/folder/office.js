/**
 * Office programs that edit files at the server, by the schemes of URLs that they have made known.
 * @module
 */

const PROGRAMS = [
  {scheme: 'ms-word', name: 'Word', endings: ['doc', 'docx', 'docm', 'dotx', 'rtf']},
  {scheme: 'ms-excel', name: 'Excel', endings: ['xls', 'xlsx', 'xlsm', 'xltx']},
  {scheme: 'ms-powerpoint', name: 'PowerPoint', endings: ['ppt', 'pptx', 'pptm', 'potx']},
  {scheme: 'vnd.libreoffice.command', name: 'LibreOffice', endings: ['odt', 'ods', 'odp', 'odg', 'ott', 'ots', 'otp']},
];

export const OFFICE = {
  /** The program that edits a member; undefined for none. */
  of({name, folder}) {
    const ending = /\.(\w+)$/.exec(name)?.[1].toLowerCase();
    return folder ? undefined : PROGRAMS.find(({endings}) => endings.includes(ending));
  },

  /** The URL that has a program open a member for editing. */
  address({scheme}, {href}) {
    const url = new URL(href, location.href).href;
    return `${scheme}:ofe|u|${url}`;
  },
};

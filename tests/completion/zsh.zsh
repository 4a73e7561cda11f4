# CAPTURE=FILE zsh -f zsh.zsh DIRECTORY LINE: what zsh offers at the end of LINE, one
# a line.  A second zsh runs on a terminal of its own; there a function in the
# place of compadd writes all that the completion would add into FILE.
zmodload zsh/zpty
: >$CAPTURE
export SETUP=${0:h}/zsh-setup.zsh DIRECTORY=$1
zpty shell zsh -f -i
zpty -w shell 'source $SETUP'
zpty -r -m shell answer '*line-editor-is-there*'
zpty -w -n shell "$2"$'\t\x15'
zpty -w shell exit
while zpty -r shell answer; do :; done 2>/dev/null
zpty -d shell 2>/dev/null
sort -u $CAPTURE
